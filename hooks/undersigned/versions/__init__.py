"""The published texts: which there are, which words each has, and how a new one is published."""
