"""The sources of the text, how they are checked, and where pages cite them."""
