"""Reads pasted numbers, one a line, each with whose it is: 617-343-4240, Boston Police."""

import re
from collections.abc import Iterator, Mapping

from app.language.text import clean_text
from app.serving.forms import Wrong

MOST_LINES = 500
LONGEST_WHAT = 120  # characters
NOTHING = "Enter at least one number, one a line."
TOO_MANY = "These are {many} lines; {most} fit at once. Paste the rest afterwards."
NO_NUMBER = "Line {nth} begins with no number: “{line}”. Write six to ten digits first, like 617 722 2000 or 617-722."
NOBODYS = "Line {nth} does not say whose number it is. Write it behind the number: “617 722 2000, State House”."

_LINE = re.compile(r"(?P<number>[\d+().\-/\s]*)[,;:\s]*(?P<what>.*)", re.ASCII)
_BEGINS = re.compile(r"1?([2-9]\d{2}[2-9]\d{2,6})")


def read_lines(text: str) -> Mapping[str, str]:
    """Whose each number is, or each beginning of numbers, by its digits in E.164.

    Raises:
        Wrong: with a sentence for every line that cannot be read.
    """
    lines = {nth: line for nth, line in enumerate(text.splitlines(), 1) if line.strip()}
    if not lines:
        raise Wrong(NOTHING)
    if len(lines) > MOST_LINES:
        raise Wrong(TOO_MANY.format(many=len(lines), most=MOST_LINES))
    wrong = [sentence for nth, line in lines.items() for sentence in _wrong(nth, line)]
    if wrong:
        raise Wrong(*wrong)
    return dict(_parts(line) for line in lines.values())


def _wrong(nth: int, line: str) -> Iterator[str]:
    begins, what = _parts(line)
    if not begins:
        yield NO_NUMBER.format(nth=nth, line=clean_text(line, limit=40))
    elif not what:
        yield NOBODYS.format(nth=nth)


def _parts(line: str) -> tuple[str, str]:
    """How the number begins, empty where there is none, and whose it is."""
    read = _LINE.match(line)
    number, what = (read["number"], read["what"]) if read else ("", "")
    begins = _BEGINS.fullmatch(re.sub(r"\D", "", number))
    return f"+1{begins[1]}" if begins else "", clean_text(what, limit=LONGEST_WHAT)
