"""7xx: accepted, and regretted."""
