"""Tells who the people of a file are: whom we know, who is there twice, who is called like somebody else."""
