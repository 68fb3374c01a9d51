"""1xx: the manifest by itself, as the API server judges it."""
