"""2xx: ports and node ports."""
