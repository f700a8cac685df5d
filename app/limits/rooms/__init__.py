"""Rooms full of people who call together on one address: each counts as a room, by its code, and not as one visitor."""
