"""What the name of a signatory comes to: its slug, its place in order, what it is alike."""
