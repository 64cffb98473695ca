"""LaTeX in the values of fields, read once: words, emphasis, links, and what is not known."""
