"""What people write for the values of an entry, and which accepted value they mean by it."""
