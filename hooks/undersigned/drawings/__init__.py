"""How figures are drawn, shown on pages and taken along."""
