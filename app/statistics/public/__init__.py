"""What everybody may read: numbers in steps of five, in which nobody is found, also beside yesterday's copy."""
