"""`flask representatives`: find, seed, build the tables, and import what is new."""
