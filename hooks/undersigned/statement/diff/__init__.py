"""What changed from one published text to the next, word by word."""
