"""A day of action: which of its offices a campaign calls in which hours of one day, and how often each."""
