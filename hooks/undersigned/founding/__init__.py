"""A new site: what it asks of whoever begins one, and the files that it is made of."""
