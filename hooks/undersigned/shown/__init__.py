"""What built pages show, held against what was signed and who signed it."""
