"""Names of signatories: slugs, similarity, look-alikes, legal forms and collation."""
