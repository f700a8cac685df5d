"""How connections are held: each for as long as it is of use, and those that were begun until they are answered."""
