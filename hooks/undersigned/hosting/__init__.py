"""Where a site is served: as which deploy of its host, and whom to tell of a hole in it."""
