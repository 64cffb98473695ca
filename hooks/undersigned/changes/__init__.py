"""What a branch changes, and which problems it answers for."""
