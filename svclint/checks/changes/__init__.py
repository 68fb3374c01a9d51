"""5xx: what an edit breaks."""
