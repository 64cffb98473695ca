"""What pages show of the site: facts, and last of all their words."""
