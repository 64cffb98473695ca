"""The statement, its register and its events as machine-readable files."""
