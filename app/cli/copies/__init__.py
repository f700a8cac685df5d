"""Commands that copy the whole database, and put a copy back."""
