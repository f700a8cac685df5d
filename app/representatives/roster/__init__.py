"""Who sits where and on which lines: the roster in the database, corrections by hand, seats to read."""
