"""The statement: its published versions, their digests, its citations and its redlines."""
