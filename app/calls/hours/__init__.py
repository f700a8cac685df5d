"""When an office is open, and when nobody is rung."""
