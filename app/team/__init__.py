"""Organizers and what they may do."""
