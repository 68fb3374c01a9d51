"""3xx: selectors."""
