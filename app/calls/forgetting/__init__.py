"""Somebody asks to be forgotten: everything of a number at once, and what is told of it."""
