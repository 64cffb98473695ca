"""The statement, its register and its events, as files for programs."""
