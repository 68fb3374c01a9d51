"""Runs the rules and makes findings into a report."""
