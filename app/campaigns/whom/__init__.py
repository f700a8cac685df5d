"""Whom a campaign calls: its list in its order, and how people stand to what it asks.

Each change says what becomes of one person, whatever else somebody else changes in the same moment, so that nobody's
work is in anybody's way.
"""
