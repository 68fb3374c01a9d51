"""A static type checker for Kubernetes Service wiring."""
