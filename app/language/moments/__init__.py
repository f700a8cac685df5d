"""Moments as the clocks of Massachusetts show them: written on pages, said on the phone, short for organizers."""
