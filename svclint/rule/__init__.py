"""What a rule is, what it is given, and what the engine makes of what it says. No concrete rule."""
