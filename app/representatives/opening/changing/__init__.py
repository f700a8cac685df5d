"""Changes to a line's hours: its week, a day that differs, and whose lines are meant."""
