"""Everything that was read, indexed: what selects what, and what was there before."""
