"""From an issue that a person filled in to an entry, without trusting a character of it."""
