"""Text files that people edit, read as untrusted, every value with its line and column."""
