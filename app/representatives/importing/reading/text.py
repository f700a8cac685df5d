"""Reads a file's bytes as text; of what is no text it says what it is, and what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.representatives.importing.problems import FileProblemsError

LARGEST_FILE = 5 * 1024 * 1024  # bytes; the largest state's file has 0.3 MB
TOO_LARGE = f"The file is larger than {LARGEST_FILE // 1024**2} MB: it lists more than people."
WORKBOOK = "This is a workbook of a spreadsheet program. Open it there, save it as “CSV UTF-8”, and take that file."
NO_CSV: Mapping[bytes, str] = {
    b"PK\x03\x04": WORKBOOK,
    b"\xd0\xcf\x11\xe0": WORKBOOK,
    b"%PDF": "This is a PDF. Take the file whose name ends in .csv.",
    b"{": "This is JSON. Take the file whose name ends in .csv.",
    b"<": "This is a web page. Save the file behind the link, whose name ends in .csv, and not the page.",
}
NOT_TEXT = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
WINDOWS = "cp1252"  # in which Excel writes “CSV” unless it is told UTF-8


@dataclass(frozen=True, slots=True)
class Text:
    """What the file says; `is_guessed` where the encoding of letters beyond ASCII had to be guessed."""

    written: str
    is_guessed: bool


def as_text(content: bytes) -> Text:
    """The file as text.

    Raises:
        FileProblemsError: it is none, or none of ours.
    """
    if len(content) > LARGEST_FILE:
        raise FileProblemsError([TOO_LARGE])
    for begins, sentence in NO_CSV.items():
        if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(begins):
            raise FileProblemsError([sentence])
    text = _decoded(content)
    if not text.written.strip():
        raise FileProblemsError(["The file is empty."])
    return text


def _decoded(content: bytes) -> Text:
    try:
        return Text(content.decode("utf-8-sig"), is_guessed=False)
    except UnicodeDecodeError as error:
        at = error.start
    try:
        if not NOT_TEXT.search(content):
            return Text(content.decode(WINDOWS), is_guessed=True)
    except UnicodeDecodeError as error:
        at = error.start
    line = content.count(b"\n", 0, at) + 1
    raise FileProblemsError([f"Line {line}: this is not UTF-8 text. Save the file as “CSV UTF-8”."])
