"""The words of languages: what code and templates say to readers, and its translations."""
