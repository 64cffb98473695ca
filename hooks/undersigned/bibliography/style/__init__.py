"""The reference style: sources as rich text, HTML and plain text."""
