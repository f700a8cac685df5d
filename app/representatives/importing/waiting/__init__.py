"""Imports that wait for their moment: how they are kept, and the roster as it will be then."""
