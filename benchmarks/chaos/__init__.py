"""Chaos: everything as processes of their own, killed and cut off while people call; then the log is compared."""
