"""Plain values that the settings make and the rules read."""
