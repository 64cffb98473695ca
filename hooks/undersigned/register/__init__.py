"""The register of signatories: its entries, their rules, and what happened."""
