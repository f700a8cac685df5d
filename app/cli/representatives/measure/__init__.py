"""How well residents find their representative: each walks through the real questions, answering from what is known."""
