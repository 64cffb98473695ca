"""Dates and digests of builds, previews, and small files beside the pages."""
