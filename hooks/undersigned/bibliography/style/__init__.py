"""References as readers see them, and as CSL-JSON."""
