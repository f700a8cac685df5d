"""What is kept of a form for half an hour, and the way back to it."""
