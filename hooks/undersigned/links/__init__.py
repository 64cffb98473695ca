"""Checks of links to other sites: where they occur, and what their servers answer."""
