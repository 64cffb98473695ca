"""Asking servers what they say of an endorsement, keeping it, and verifying a site by it."""
