"""The text: its published versions, their locks, and how it is cited."""
