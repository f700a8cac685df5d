"""A real call to an organizer's own phone, which they have shown to be theirs."""
