"""Telephone numbers: owned, for sale, and verified ones."""
