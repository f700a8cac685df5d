"""Pages in place of a call that is not placed now: the office is closed, it is night, the line is long."""
