"""`flask privacy`: what is kept, and whose consent it was."""
