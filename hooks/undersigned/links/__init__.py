"""The addresses that lead out of a site: which they are, what answers there, what that means."""
