"""A site as plain files that any engine can build: pages drawn, and nothing of hooks or plugins."""
