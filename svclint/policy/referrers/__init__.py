"""Who names a Service, and what the port means there (semantics.md §5). Data, one line a path."""
