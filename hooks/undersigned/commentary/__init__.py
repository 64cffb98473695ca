"""What pages of commentary say of themselves: their key points, what changed, their terms."""
