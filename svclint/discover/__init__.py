"""Which files there are, and what they said before: the outside world, reading side."""
