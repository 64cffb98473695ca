"""HTML as a browser reads it, and what of it the site's policy refuses."""
