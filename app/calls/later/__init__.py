"""Calls at an agreed time: free slots, bookings, and whose time has come."""
