"""Finds names that an encoding has garbled on their way here: JosÃ©, Jos\ufffd, Jos&eacute;, Jos?."""

import html
import re

# What bytes that go on a letter in UTF-8 look like to programs that take them for Windows' letters, or the Web's first.
_GOES_ON = "".join({chr(byte) for byte in range(0x80, 0xC0)} | set(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")))
_TRACES = (
    f"[ÂÃÄÅ][{re.escape(_GOES_ON)}]",
    f"â[{re.escape(_GOES_ON)}]{{2}}",
    "[√¬├┬]",  # the same bytes to an old Mac, and to DOS
    "[\x80-\x9f\ufffd?]",
    r"&#?\w{1,10};",
    r"\\[ux][0-9a-fA-F]{2}",
    "%[0-9A-F]{2}",
)
_GARBLED = re.compile("|".join(_TRACES))
# Where Windows has what is in no name but its quotation marks, old Macs had their accents.
_QUOTES = b"\x91\x92\x93\x94"
_OF_A_MAC = re.compile(f"[{re.escape(bytes({*range(0x80, 0xA0)} - {*_QUOTES}).decode('cp1252', 'ignore'))}]")


def is_garbled(written: str, *, is_guessed: bool = False) -> bool:
    """Whether no name is written like this; of letters that are a guess less is believed."""
    return _GARBLED.search(written) is not None or (is_guessed and _OF_A_MAC.search(written) is not None)


def repaired(written: str) -> str:
    """What it may have been, to be shown to somebody who knows; empty where that cannot be told."""
    unescaped = html.unescape(written)
    try:
        meant = b"".join(map(_byte, unescaped)).decode()
    except UnicodeError:
        meant = unescaped
    return "" if meant == written or is_garbled(meant) else meant


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
