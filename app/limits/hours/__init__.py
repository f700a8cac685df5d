"""When anybody is rung at all: by the hour where their number lies."""
