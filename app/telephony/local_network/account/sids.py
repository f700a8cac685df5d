"""SIDs of what an account has besides calls and numbers: the same thing always gets the same one."""

import hashlib


def sid_of(prefix: str, *about: object) -> str:
    """Make a SID: two letters and 32 hexadecimal digits."""
    text = " ".join(str(one) for one in about)
    return prefix + hashlib.sha256(text.encode()).hexdigest()[:32]
