"""The generator as a plugin and a theme of MkDocs, for a site that is not this repository."""
