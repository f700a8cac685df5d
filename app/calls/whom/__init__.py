"""Whom a supporter is connected to: what they said of where they live, what is still asked, the offices in turn."""
