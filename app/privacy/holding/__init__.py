"""Legal holds: an admin keeps the calls of a campaign for a court until a day, and what that means for forgetting."""
