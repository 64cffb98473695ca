"""Another version of the generator under a site: what it requires, and what changes on the site."""
