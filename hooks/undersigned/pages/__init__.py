"""What every page carries around its words: a description, and HTML as the standard has it."""
