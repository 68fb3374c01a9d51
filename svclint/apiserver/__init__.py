"""What the API server does with a Service: the verdict, computed, for rules and programs alike."""
