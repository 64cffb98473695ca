"""From files to entries: every value is text with its line and column."""
