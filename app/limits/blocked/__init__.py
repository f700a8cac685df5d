"""Numbers that are never called, known as keyed hashes: told by day and way, looked up, blocked, and given back."""
