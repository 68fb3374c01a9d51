"""6xx: who refers to a Service."""
