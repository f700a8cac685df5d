"""What a call may cost, and what it cost: by its legs, and by what was spoken and listened to."""
