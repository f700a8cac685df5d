"""Compiles what pictures of towns and the matching of points need: outlines, landmarks, and what lies next door."""
