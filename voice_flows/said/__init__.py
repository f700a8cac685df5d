"""How what is known is said: each word by the voice that speaks its language, and numbers as people say them."""
