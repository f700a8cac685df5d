"""Forgetting by the clock: each rule one step, done in small batches that never slow the phone."""
