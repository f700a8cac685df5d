"""When an office is open, when nobody is rung, and how a time is said on the phone."""
