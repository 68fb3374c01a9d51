"""The outside world, the writing side: only what a user named, or asked to be fixed."""
