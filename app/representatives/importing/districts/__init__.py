"""A file of districts: which columns, what is wrong in it, and our district by its name."""
