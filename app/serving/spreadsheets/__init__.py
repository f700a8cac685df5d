"""Tables as files that a spreadsheet opens as they are meant: written row by row, in little memory, on no disk."""
