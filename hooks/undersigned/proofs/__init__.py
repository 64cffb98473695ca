"""What signatories’ own servers say of the words that they signed, as it was kept."""
