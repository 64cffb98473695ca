"""BibTeX files: their encoding, items and entries, each at its place, and their canonical form."""
