"""Imports that are prepared: undone until their moment, and in force from then on by themselves."""
