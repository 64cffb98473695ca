"""Citations in pages: what cites and what would be lost, notes, the bibliography’s page."""
