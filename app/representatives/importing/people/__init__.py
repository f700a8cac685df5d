"""A file of office holders: its columns, its rows, and what is wrong in them."""
