"""How the statement is cited, and what machines are told about it."""
