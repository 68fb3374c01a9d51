"""4xx: target ports."""
