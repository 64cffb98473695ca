"""Figures: data files beside the pages, drawn when the site is built."""
