"""What the job engine does not do by itself: take up what stalled, survive a database that goes away."""
