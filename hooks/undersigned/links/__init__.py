"""Addresses that lead out of the site: where they stand, and what answers there."""
