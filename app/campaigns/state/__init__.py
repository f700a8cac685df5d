"""How a campaign stands: draft, scheduled, live, paused, ended; what must be right first, and what the clock does."""
