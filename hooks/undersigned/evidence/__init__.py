"""When evidence lies under what a signatory’s website claims, and the grade that follows."""
