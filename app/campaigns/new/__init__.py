"""How a campaign comes to be: from nothing, with words to begin from, or as a copy of another."""
