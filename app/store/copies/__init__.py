"""Copies of the whole database, made and put back by PostgreSQL's own programs. No key is in them."""
