"""Cleans what people type before anything else sees it."""

import unicodedata

# Control, surrogate, format, private-use and unassigned characters: invisible, and they break XML and the eye.
UNWANTED = frozenset({"Cc", "Cs", "Cf", "Co", "Cn"})


def clean_text(text: str, *, limit: int, lines: bool = False, wide: bool = False) -> str:
    """One form per character (NFKC), nothing invisible, single spaces, at most `limit` characters.

    With `lines`, line breaks are kept; with `wide`, wide characters stay wide, such as the Chinese comma (NFC).
    """
    # A long text is cut first, generously: normalising 100 kB to throw it away would be a gift to a flooder.
    text = text[: 4 * limit]
    if text.isascii() and text.isprintable():  # as most is: nothing is invisible, nothing has two forms
        return " ".join(text.split())[:limit].strip()
    text = unicodedata.normalize("NFC" if wide else "NFKC", text)
    if lines:
        return "\n".join(_one_line(line) for line in text.splitlines()).strip()[:limit]
    return _one_line(text)[:limit].strip()


def _one_line(text: str) -> str:
    spaced = (" " if char.isspace() else char for char in text)
    return " ".join("".join(char for char in spaced if unicodedata.category(char) not in UNWANTED).split())
