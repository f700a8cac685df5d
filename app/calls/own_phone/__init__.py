"""Supporters who call the office on their own phone, or write to it, and tell us what came of it."""
