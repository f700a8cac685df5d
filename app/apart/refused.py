"""What a decoder says of a file that it does not take."""

REFUSED = 3  # how the program ends that has a word to say


class RefusedError(Exception):
    """It is not taken; the message is one word."""
