"""Our account with the carrier, as its own programs see it: how it stands, its numbers, what it may do and costs."""
