"""From entries to files: one form for equal registers, and no comment or entry lost."""
