"""Settings files, read into policy.Settings, with places for what is wrong."""
