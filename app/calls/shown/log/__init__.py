"""The log: which calls there were that somebody asks for, and what a row says of each."""
