"""The rows of "The Latest": each a title, a sentence, and where it leads."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from app.campaigns.editions.content import Action
from app.organizers.campaigns.words.fields import FARTHEST, fitting, page_at
from app.organizers.texts import SHORT
from app.serving.forms import Text, Wrong

MOST = 6
LONGEST_TEXT, LONGEST_ADDRESS = 300, 500
ELSEWHERE, SHARES = "", "share"
NO_TITLE = "The Latest, row {row}: write a title, or empty the row."
NO_PLACE = "The Latest, row {row}: say where it leads: the address of a page, another campaign, or friends."
ONE_LINE = Text(limit=FARTHEST)


@dataclass(frozen=True)
class Rows:
    """What was typed into the rows, what is wrong by field, and what was meant where nothing is."""

    typed: Mapping[str, str]
    errors: Mapping[str, tuple[str, ...]]
    meant: tuple[Action, ...]


def actions_typed(sent: Mapping[str, str], campaigns: Collection[str]) -> Rows:
    """Read the rows; `campaigns` are the addresses of those to which one may lead."""
    typed, errors, meant = dict[str, str](), dict[str, tuple[str, ...]](), list[Action]()
    for row in range(MOST):
        fields = {part: ONE_LINE.of(sent.get(f"{part}-{row}", "")) for part in ("title", "text", "to", "url")}
        typed |= {f"{part}-{row}": text for part, text in fields.items()}
        if any(fields[part] for part in ("title", "text", "url")):
            found, action = _read(row, fields, campaigns)
            errors |= found
            meant.append(action)
    return Rows(typed, errors, tuple(meant))


def actions_written(actions: Sequence[Action]) -> Mapping[str, str]:
    """The rows as they are prepared."""
    typed = dict[str, str]()
    for row in range(MOST):
        action = actions[row] if row < len(actions) else Action("")
        to = SHARES if action.shares else f"/c/{action.campaign}" if action.campaign else ELSEWHERE
        typed |= {f"title-{row}": action.title, f"text-{row}": action.text, f"to-{row}": to, f"url-{row}": action.url}
    return typed


def _read(row: int, fields: Mapping[str, str], campaigns: Collection[str]) -> tuple[dict[str, tuple[str, ...]], Action]:
    wrong, kept, called = dict[str, tuple[str, ...]](), dict[str, str](), f"The Latest, row {row + 1}"
    shares = fields["to"] == SHARES
    campaign = next((slug for slug in campaigns if fields["to"] == f"/c/{slug}"), "")
    checks = {
        "title": partial(_title, row, fields["title"]),
        "text": partial(fitting, called, fields["text"], LONGEST_TEXT),
        "url": partial(_place, row, fields["url"], leads=bool(shares or campaign)),
    }
    for part, check in checks.items():
        try:
            kept[part] = check()
        except Wrong as problem:
            wrong[f"{part}-{row}"] = tuple(str(one) for one in problem.sentences)
    return wrong, Action("") if wrong else Action(kept["title"], kept["text"], kept["url"], campaign, shares)


def _title(row: int, text: str) -> str:
    if not text:
        raise Wrong(NO_TITLE.format(row=row + 1))
    return fitting(f"The Latest, row {row + 1}", text, SHORT)


def _place(row: int, text: str, *, leads: bool) -> str:
    if leads:
        return ""
    if not text:
        raise Wrong(NO_PLACE.format(row=row + 1))
    return page_at(f"The Latest, row {row + 1}", text, LONGEST_ADDRESS)
