"""What settles a town that has more than one district: a ZIP code, a ward or a precinct."""
