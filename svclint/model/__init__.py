"""Typed, read-only views of Kubernetes objects. Total: bad input makes a view poorer, never an exception."""
