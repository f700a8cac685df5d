"""Editions: all that a campaign says and whom it calls, prepared, published at one moment, and kept."""
