"""References as readers see them, in the project’s own style, and as programs take them."""
