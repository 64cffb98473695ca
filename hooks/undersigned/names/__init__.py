"""Names of signatories: slugs, similarity, confusable characters, legal forms and collation."""
