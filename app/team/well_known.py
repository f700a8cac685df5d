"""Passwords that anybody tries first: well-known words one after the other, a key again and again, a row of keys."""

import re
from itertools import pairwise

# Pieces of which most passwords consist that were ever leaked; longer ones come first, so that they are taken whole.
WORDS = (
    "correcthorsebatterystaple",
    "thequickbrownfox",
    "passphrase",
    "changeme",
    "iloveyou",
    "letmein",
    "password",
    "passwort",
    "passw0rd",
    "pssw0rd",
    "princess",
    "ringdown",
    "sunshine",
    "superman",
    "trustno1",
    "welcome",
    "whatever",
    "charlie",
    "default",
    "football",
    "baseball",
    "michael",
    "dragon",
    "hunter",
    "master",
    "monkey",
    "secret",
    "shadow",
    "admin",
    "hello",
    "login",
    "please",
    "organizer",
    "my",
)
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb",
    "1q2w3e4r5t6y7u8i9o0p",
)
PUNCTUATION = r"[\s!-/:-@\[-`{-~]+"
SHORTEST_ROW = 4
SHORTEST_NAME = 3
LEFT_AT_LEAST = 6  # characters that are none of that
DIFFERENT_AT_LEAST = 5


def is_well_known(password: str, about: str = "") -> bool:
    """Whether it is one of those that are tried first, or hardly more than `about`, the address of whose it is."""
    plain = re.sub(PUNCTUATION, "", password.casefold())
    own = [piece for piece in re.split(r"[\W_]+", about.casefold()) if len(piece) >= SHORTEST_NAME]
    left = _without_repeats(_without_rows(_without(plain, (*own, *WORDS))))
    return len(left) < LEFT_AT_LEAST or len(set(plain)) < DIFFERENT_AT_LEAST


def _without(text: str, words: tuple[str, ...]) -> str:
    return re.sub("|".join(map(re.escape, sorted(words, key=len, reverse=True))), "", text)


def _without_repeats(text: str) -> str:
    """What is said twice and more counts once."""
    return re.sub(r"(.+?)\1+", r"\1", text)


def _without_rows(text: str) -> str:
    """Without what stands side by side on a keyboard or in the alphabet, forwards or backwards."""
    pairs = {row[i : i + 2] for one in ROWS for row in (one, one[::-1]) for i in range(len(row) - 1)}
    kept, row = "", text[:1]
    for before, char in pairwise(text):
        if before + char in pairs:
            row += char
        else:
            kept, row = kept + _unless_row(row), char
    return kept + _unless_row(row)


def _unless_row(text: str) -> str:
    return text if len(text) < SHORTEST_ROW else ""
