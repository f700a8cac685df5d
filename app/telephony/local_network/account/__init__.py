"""The account: who may ask, what it owns and is allowed, and what happens to it."""
