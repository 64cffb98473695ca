"""The same bytes from the same sources: the date of a build, and the digests of what it made."""
