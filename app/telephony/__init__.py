"""The carrier: how to ask it to ring somebody, and how to read what it says."""
