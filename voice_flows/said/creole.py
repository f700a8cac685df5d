"""Haitian Creole as a French voice must find it written to say it: Creole spells sounds, and French does not."""

import re

VOWELS = "aàeéèioòuóy"
# In this order: pronouns of one letter join the vowel beside them, and then sounds are spelled.
SPELLED = (
    (re.compile(rf"\b([bdfgjklmnprstvwyz]) (?=[{VOWELS}])", re.IGNORECASE), r"\1"),  # "n ap" is one word
    (re.compile(r"(?<=\w) w\b"), " ou"),
    (re.compile(r"(?<=\w) ([lmnty])\b(?!['’])"), r"\1~"),  # noqa: RUF001 - as people type it
    (re.compile(r"y(?=ò\b)"), "i"),
    (re.compile(rf"(?<=[{VOWELS}])s(?=[{VOWELS}])"), "ss"),
    (re.compile(r"g(?=[eèi])"), "gu"),
    (re.compile(r"([aeo])nn\b"), r"\1n·"),
    (re.compile(rf"en(?![{VOWELS}n·])"), "in"),
    (re.compile(rf"e(?![{VOWELS}]*n·)(?!\B·)(?=\b|[^n\s])"), "é"),
    (re.compile(r"n·"), "nne"),
    (re.compile(r"(?<=[aeiou])n\b(?<!an)(?<!in)(?<!on)(?<!oun)"), "ne"),
    (re.compile(r"oun\b"), "oune"),
    (re.compile(r"ò"), "o"),
    (re.compile(r"W"), "Ou"),
    (re.compile(r"w"), "ou"),
    (re.compile(r"(?<=\w)([bdgpstxz])\b"), r"\1e"),  # a French voice leaves the last of these out
    (re.compile(r"~"), "e"),
)


def for_a_french_voice(text: str) -> str:
    """The words in French spelling."""
    for written, heard in SPELLED:
        text = written.sub(heard, text)
    return text
