"""Sources as CSL-JSON: items, and what of a source each variable of CSL takes."""
