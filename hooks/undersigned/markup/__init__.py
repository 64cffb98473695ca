"""HTML tokens and text, checks of the content security policy, and untrusted text in Markdown."""
