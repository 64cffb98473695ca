"""The canonical form of files, written without losing an entry or a comment."""
