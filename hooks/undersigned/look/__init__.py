"""How a site looks: its colours, of three values, and its pictures."""
