"""The form of a day of action: the day, its goal and hours, and a row for each wave."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.campaigns.action.day import ActionDay, Party, Wanted, Wave, Whom
from app.campaigns.action.whom import offices_of
from app.organizers.campaigns.state.moments import NO_DAY, later_day
from app.organizers.hours_typed import told_at_the_field
from app.representatives import Directory
from app.representatives.holders_named import holders_named
from app.representatives.opening import DaySpans, Span
from app.representatives.opening.typed.reading import LONGEST, read_day
from app.representatives.opening.typed.writing import write_day
from app.serving.forms import Advice, Filled, Form, Text, Wrong, known, read_form
from models import Chamber
from models.action_day import MOST_GOAL, MOST_SHARE

MOST_WAVES, FEWEST_ROWS = 8, 3
LONGEST_NAME, LONGEST_LIST = 60, 8000
MOST_SHARERS = 40
NO_GOAL = f"How many calls? A number from 1 to {MOST_GOAL:,}."
NO_SHARE = f"A number from 1 to {MOST_SHARE}, or nothing."
NO_HOURS = "Say in which hours, like 9-5."
ONE_SPAN = "One stretch of the day, like 9-5. Breaks belong to the waves."
NO_LETTERS = "A letter or two, like A-F."
UNKNOWN = "We do not know “{line}”{like}. Write the name as the Legislature does, or the district."
NOT_CALLED = "The campaign does not call {name}. Put them on its list first, under “Whom to call”."
TOO_MANY_SHARERS = f"{MOST_SHARERS} names at most."
LETTERS = re.compile(r"\s*([A-Za-z])(?:\s*(?:-|–|—|to)\s*([A-Za-z]))?\s*")  # noqa: RUF001 - as people type it
CHAMBERS: Mapping[str, Chamber | None] = {"": None, "house": Chamber.HOUSE, "senate": Chamber.SENATE}


def _number(most: int, wrong: str, typed: str) -> int:
    plain = typed.replace(",", "")
    number = int(plain) if plain.isascii() and plain.isdigit() else 0
    if not 1 <= number <= most:
        raise Wrong(wrong)
    return number


def _day(typed: str, info: ValidationInfo) -> date:
    if typed and typed == known(info, "day", str):  # it may have begun, and is changed
        return date.fromisoformat(typed)
    day = later_day(typed, info)
    if day is None:
        raise Wrong(NO_DAY)
    return day


def _hours(typed: str) -> Span:
    spans = told_at_the_field(read_day)(typed)
    if len(spans) != 1:
        raise Wrong(ONE_SPAN if spans else NO_HOURS)
    return spans[0]


def _sharers(typed: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip()))
    if len(names) > MOST_SHARERS:
        raise Wrong(TOO_MANY_SHARERS)
    return tuple(name[:LONGEST_NAME] for name in names)


class DayForm(Form):
    """What holds for the whole day."""

    day: Annotated[date, Text(limit=20), PlainValidator(_day)]
    goal: Annotated[int, Text(limit=10), PlainValidator(lambda typed: _number(MOST_GOAL, NO_GOAL, typed))]
    hours: Annotated[Span, Text(limit=LONGEST), PlainValidator(_hours)]
    share: Annotated[
        int | None,
        Text(limit=10),
        PlainValidator(lambda typed: _number(MOST_SHARE, NO_SHARE, typed) if typed else None),
    ]
    others: Annotated[bool, Text(limit=10), PlainValidator(lambda typed: typed != "no")]
    sharers: Annotated[tuple[str, ...], Text(limit=LONGEST_LIST, lines=True, wide=True), PlainValidator(_sharers)]


def _wave_hours(typed: str) -> DaySpans:
    spans = told_at_the_field(read_day)(typed)
    if not spans:
        raise Wrong(NO_HOURS)
    return spans


def _letters(typed: str) -> str:
    if not typed:
        return ""
    found = LETTERS.fullmatch(typed)
    if found is None:
        raise Wrong(NO_LETTERS)
    return "".join(sorted({found[1].upper(), (found[2] or found[1]).upper()}))


def _people(typed: str, info: ValidationInfo) -> tuple[str, ...]:
    """Those who are named, by the GEOIDs of their seats."""
    lines = holders_named(typed, known(info, "directory", Directory)) if typed else ()
    for line in lines:
        if line.sure is None:
            like = " or ".join(seat.holder.name for seat in (line.fits or line.alike)[:2] if seat.holder)
            raise Wrong(UNKNOWN.format(line=line.text[:LONGEST_NAME], like=f": {like}?" if like else ""))
    people = dict.fromkeys(line.sure for line in lines if line.sure)
    strange = next((seat for seat in people if seat.geoid not in known(info, "seats", set)), None)
    if strange is not None:
        raise Wrong(NOT_CALLED.format(name=strange.holder.name if strange.holder else strange.district))
    return tuple(seat.geoid for seat in people)


class WaveForm(Form):
    """One wave; its people, if any are named, alone decide whom it calls."""

    name: Annotated[str, Text(limit=LONGEST_NAME, wide=True), PlainValidator(str)]
    hours: Annotated[DaySpans, Text(limit=LONGEST), PlainValidator(_wave_hours)]
    chamber: Annotated[Chamber | None, Text(limit=10), PlainValidator(CHAMBERS.get)]
    party: Annotated[
        Party, Text(limit=20), PlainValidator(lambda typed: Party(typed) if typed in set(Party) else Party.ANY)
    ]
    letters: Annotated[str, Text(limit=12), PlainValidator(_letters)]
    people: Annotated[tuple[str, ...], Text(limit=LONGEST_LIST, lines=True, wide=True), PlainValidator(_people)]


CHOSEN = ("name", "hours", "letters", "people")  # a row in which none of these was typed is no wave


@dataclass(frozen=True)
class Sent:
    """The whole form: as it was typed, and either what was meant or what is wrong, by the ids of the fields.

    `seen` is the sign of what it was shown.
    """

    typed: Mapping[str, str]
    rows: tuple[Mapping[str, str], ...]
    errors: Mapping[str, tuple[Advice, ...]]
    meant: Wanted | None = None
    seen: str = ""

    def with_error(self, name: str, said: Advice) -> "Sent":
        """The same with what showed only now to be wrong."""
        return replace(self, meant=None, errors={**self.errors, name: (said,)})


def read_sent(sent: Mapping[str, str], directory: Directory, seats: set[str], now: datetime, day: str = "") -> Sent:
    """What was sent; waves call those of these `seats` that fit. `day` is when it is, if it is changed."""
    of_day = read_form(DayForm, sent, now=now, day=day)
    read = [_row(sent, nth, directory, seats) for nth in range(MOST_WAVES)]
    used = [(nth, form) for nth, form in enumerate(read) if any(form.typed[name] for name in CHOSEN)]
    errors = {**of_day.errors}
    for nth, form in used:
        errors |= {f"wave-{nth}-{name}": said for name, said in form.errors.items()}
    typed = tuple(form.typed for _, form in used)
    if errors or of_day.meant is None:
        return Sent(of_day.typed, _numbered(read), errors, seen=of_day.seen)
    waves = tuple(_wave(nth, form, seats, directory) for nth, (_, form) in enumerate(used, start=1))
    meant = Wanted(
        of_day.meant.day,
        of_day.meant.goal,
        of_day.meant.hours,
        of_day.meant.share,
        of_day.meant.others,
        waves,
        of_day.meant.sharers,
    )
    return Sent(of_day.typed, typed, {}, meant, of_day.seen)


def _row(sent: Mapping[str, str], nth: int, directory: Directory, seats: set[str]) -> Filled[WaveForm]:
    begin = f"wave-{nth}-"
    own = {name.removeprefix(begin): value for name, value in sent.items() if name.startswith(begin)}
    return read_form(WaveForm, own, directory=directory, seats=seats)


def _numbered(read: list[Filled[WaveForm]]) -> tuple[Mapping[str, str], ...]:
    """As they were typed, each at its place: the sentences about them name it."""
    last = max((nth for nth, form in enumerate(read) if any(form.typed[name] for name in CHOSEN)), default=-1)
    return tuple(form.typed for form in read[: last + 1])


def _wave(nth: int, form: Filled[WaveForm], seats: set[str], directory: Directory) -> Wave:
    meant = form.meant
    if meant is None:
        raise LookupError(nth)
    people = tuple(line.strip() for line in form.typed["people"].splitlines() if line.strip())
    whom = Whom(meant.chamber, meant.party, meant.letters, people)
    offices = meant.people if people else offices_of(whom, seats, directory)
    return Wave(meant.name or f"Wave {nth}", meant.hours, whom, offices)


def blank() -> Sent:
    """Before anybody types."""
    usual = {"day": "", "goal": "", "hours": "9-5", "share": "", "others": "", "sharers": ""}
    return Sent(usual, (), {})


def as_typed(day: ActionDay) -> Sent:
    """A day as it stands in the form."""
    typed = {
        "day": day.day.isoformat(),
        "goal": str(day.goal),
        "hours": write_day((day.hours,)),
        "share": str(day.share or ""),
        "others": "" if day.others else "no",
        "sharers": "\n".join(day.sharers),
    }
    return Sent(typed, tuple(map(_typed_wave, day.waves)), {})


def _typed_wave(wave: Wave) -> Mapping[str, str]:
    whom = wave.whom
    chamber = next(name for name, it in CHAMBERS.items() if it is whom.chamber)
    letters = "-".join(dict.fromkeys((whom.letters[:1], whom.letters[-1:]))) if whom.letters else ""
    return {
        "name": wave.name,
        "hours": write_day(wave.hours),
        "chamber": chamber,
        "party": whom.party,
        "letters": letters,
        "people": "\n".join(whom.people),
    }


def rows_shown(sent: Sent) -> Iterator[Mapping[str, str]]:
    """The rows with one more to fill."""
    empty = dict.fromkeys(WaveForm.model_fields, "")
    how_many = min(max(len(sent.rows) + 1, FEWEST_ROWS), MOST_WAVES)
    yield from (sent.rows[nth] if nth < len(sent.rows) else empty for nth in range(how_many))
