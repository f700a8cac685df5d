"""A supporter in a room full of people: the code that stands in the form, or why it does not help."""
