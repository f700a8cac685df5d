"""Time on the network: its clocks, its one thread, its tasks, and the account's pace."""
