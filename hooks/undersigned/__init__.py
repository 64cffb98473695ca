"""A statement, the people who endorse it, and the rules that keep both trustworthy.

Nothing in this package knows which engine draws the pages.
"""
