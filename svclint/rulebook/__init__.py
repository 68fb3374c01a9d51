"""Finds and reads the pages of rules/."""
