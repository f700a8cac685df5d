"""Writes people as Open States does: one CSV of a whole state, from the people of our tables."""

import csv
import io
from datetime import UTC, date, datetime

from app.guard.phone_numbers import national
from app.representatives.facts.ordinals import SPELLED
from app.representatives.facts.tables import tables
from app.representatives.importing import USUAL_HOUR, ImportRequest, ahead, apply_import, plan_import, prepare
from models import Chamber, LineKind

# As openstates-core writes them (`openstates/cli/people.py`) and data.openstates.org serves them.
HEADER = (
    "id,name,current_party,current_district,current_chamber,given_name,family_name,gender,email,biography,birth_date,"
    "death_date,image,links,sources,capitol_address,capitol_voice,capitol_fax,district_address,district_voice,"
    "district_fax,twitter,youtube,instagram,facebook,wikidata"
)
COLUMNS = tuple(HEADER.split(","))
IN_WORDS = {digits: word.replace(" ", "-").capitalize() for word, digits in SPELLED.items()}
DAY = date(2027, 1, 6)
NOON = datetime(2027, 1, 6, 17, tzinfo=UTC)
USUAL = {"state": "MA", "as_of": DAY, "source": "a test", "fictional": True}
CHAMBERS = {Chamber.HOUSE: "lower", Chamber.SENATE: "upper"}


def ma_rows():
    """A row for each member, as dictionaries that a test may change."""
    return [row(person) for person in tables().people]


def row(person):
    """One member's row; the Senate's ordinals are spelled out."""
    district = tables().districts[person.geoid]
    first, _, rest = district.name.partition(" ")
    spelled = f"{IN_WORDS[first]} {rest}" if first in IN_WORDS else district.name
    given, _, family = person.name.rpartition(" ")
    return dict.fromkeys(COLUMNS, "") | {
        "id": person.openstates_id,
        "name": person.name,
        "current_party": person.party,
        "current_district": district.name if district.chamber is Chamber.HOUSE else spelled,
        "current_chamber": CHAMBERS[district.chamber],
        "given_name": given,
        "family_name": family,
        "email": person.email,
        "links": f"{person.url};https://example.org/second",
        "capitol_voice": _written(person, LineKind.CAPITOL),
        "district_voice": _written(person, LineKind.DISTRICT),
    }


def as_csv(rows, columns=COLUMNS):
    """The file's bytes."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def somebody_new(seat, name="Jordan Reyes", **what):
    """The row of somebody who takes the seat of another row."""
    return seat | {"id": f"ocd-person/{name.replace(' ', '-').lower()}", "name": name} | what


def _written(person, kind):
    line = next((line for line in person.lines if line.kind is kind), None)
    if line is None:
        return ""
    number = national(line.e164).replace("(", "").replace(") ", "-")
    return number + (f" ext. {line.extension}" if line.extension else "")


def plan_of(session, rows, **asked):
    """What importing these rows would change."""
    return plan_import(session, _content(rows), ImportRequest(**USUAL | asked))


def import_rows(session, rows, **asked):
    """Import these rows in the test's own transaction; True if that changed anything."""
    return apply_import(session, _content(rows), plan_of(session, rows, **asked), now=NOON)


def new_court(name="Jordan Reyes"):
    """The rows of a General Court in which somebody new sits for the 1st Barnstable."""
    first, *others = ma_rows()
    return [somebody_new(first, name), *others]


def prepare_rows(session, rows, day=DAY, *, now, hour=USUAL_HOUR, **asked):
    """Prepare these rows for a day ahead, in the test's own transaction."""
    content, request = _content(rows), ahead(ImportRequest(**USUAL | asked), day, hour)
    return prepare(session, content, plan_import(session, content, request), by="ana@example.org", now=now)


def _content(rows):
    return rows if isinstance(rows, bytes) else as_csv(rows)
