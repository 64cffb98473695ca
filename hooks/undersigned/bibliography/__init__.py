"""The sources of the text, and where it cites them."""
