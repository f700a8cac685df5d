"""Whole calls on the embedded phone network, from the form to the log, in a second and without a telephone."""
