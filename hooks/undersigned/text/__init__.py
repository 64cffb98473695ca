"""Reading files that people edit: every value is text with its line and column."""
