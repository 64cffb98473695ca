"""What makes a site unfinished or false, while it builds."""
