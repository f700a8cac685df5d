"""Who waits for an office's line or for the carrier, who is next, and how long it will be about."""
