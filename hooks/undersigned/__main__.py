"""`python -m undersigned`, the same command line."""

from .commands import main

main(prog_name="undersigned")
