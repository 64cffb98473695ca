"""`python -m undersigned`, the same command line."""

from .cli import main

main(prog_name="undersigned")
