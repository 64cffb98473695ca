"""The bibliography: its BibTeX file, the rules for sources, their style, and citations of them."""
