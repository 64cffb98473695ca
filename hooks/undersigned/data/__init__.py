"""The statement, its register and what happened, as files for programs."""
