"""A list that was kept elsewhere: read, tidied, judged row by row, and accounted for."""
