"""The command line: one file per command; click is imported here alone."""
