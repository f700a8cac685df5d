"""What is under way at this moment, for whoever looks after it: who is at which step, and who waits."""
