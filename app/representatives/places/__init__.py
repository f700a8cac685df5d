"""A town, place or street as somebody typed it, and which districts it can be in."""
