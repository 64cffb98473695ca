"""What a branch changes, told to a maintainer who has a minute."""
