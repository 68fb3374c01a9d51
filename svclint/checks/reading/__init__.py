"""0xx: reading, and svclint itself."""
