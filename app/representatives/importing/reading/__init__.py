"""Makes rows of the bytes of a file that anybody may have made, with anything."""
