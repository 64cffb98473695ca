"""`python -m undersigned`, the same command line."""

from .command import main

main(prog_name="undersigned")
