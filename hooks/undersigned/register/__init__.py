"""The register of signatories: its entries, their rules, and the events that follow from them."""
