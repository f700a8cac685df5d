"""The code of a room: short enough to type from a sheet, and long enough that nobody finds one by trying."""

import secrets

# pragma: allowlist nextline secret
LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"  # no two look alike on paper, and no vowels, so that no code is a word
LENGTH, GROUP = 8, 4  # 28 to the 8th: with 30 tries an hour it would take a million years
LONGEST_TYPED = 20


def new_code() -> str:
    """One that nobody could guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def code_in(typed: str) -> str:
    """What was typed as it is kept: in capitals, without what stands between its groups."""
    return "".join(filter(str.isalnum, typed.upper()))[:LONGEST_TYPED]


def written(code: str) -> str:
    """As it stands on a sheet: KTRN-4829."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
