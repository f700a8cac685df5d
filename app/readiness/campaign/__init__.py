"""Whether a campaign may start: each open point in a sentence, so that whoever starts it knows."""
