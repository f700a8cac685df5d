"""Notices that something odd is going on: whatever it is, that alone is paused, and organizers are told why."""
