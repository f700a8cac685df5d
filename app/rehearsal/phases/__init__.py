"""The phases of a rehearsal: each says what may be done, and what follows from it."""
