"""Whom a campaign calls, and whom not."""
