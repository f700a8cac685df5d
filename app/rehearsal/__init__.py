"""A whole call, stepped by hand through the real flow in a transaction that is never kept: nothing is counted."""
