"""What the fields of a source state: names, dates, places, addresses, each read once."""
