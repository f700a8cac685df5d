"""What is done with a call under way: ring it, record reports, reconcile, cancel, hear how it went."""
