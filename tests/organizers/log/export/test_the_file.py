"""The log as a file holds the calls of the filter and no others, cell by cell as they are, and no number."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from sqlalchemy import func, select

from app.calls.life.notes import sealed_note
from app.clock import utc_now
from app.organizers.log.export import entries
from app.serving.spreadsheets import workbook
from app.store.db import db
from models import (
    AuditAct,
    AuditEvent,
    CalledOffice,
    CallSource,
    Feedback,
    LineOutcome,
    ReportedOutcome,
    ReportSource,
    Stance,
    TeamRole,
)
from tests.organizers.conftest import EMAIL, NOON

A_MINUTE = timedelta(minutes=1)
CHINESE, COMMAND, LINES = "罗克斯伯里", "=cmd|'/c calc'!A0", "She said:\n“+1 from me”,\n你好 😀"
RTL, LONG = "abc\u202etxt.exe", "x" * 499


@pytest.fixture
def csv_rows(signed_in):
    def csv_rows(**query):
        answer = signed_in.opens("/organizers/calls.csv", **query)
        assert answer.status_code == 200
        return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))

    return csv_rows


@pytest.fixture
def xlsx(signed_in):
    def xlsx(**query):
        return openpyxl.load_workbook(io.BytesIO(signed_in.opens("/organizers/calls.xlsx", **query).data))

    return xlsx


def test_every_cell_of_a_call(happened, csv_rows):
    call = happened(
        line=LineOutcome.ANSWERED, said=ReportedOutcome.CONTACT, stance=Stance.YES, note=LINES, talk_seconds=134
    )
    (row,) = csv_rows(notes="1")
    assert row == {
        "call": str(call),
        "campaign": "the Safe Communities Act",
        "started_utc": "2026-11-23T17:00:00Z",
        "started_local": "2026-11-23T12:00:00-05:00",
        "ended_utc": "2026-11-23T17:00:00Z",
        "way_in": "web",
        "kind": "through-us",
        "rehearsal": "no",
        "town": "Holyoke",
        "phone_bank": "",
        "language": "en",
        "representatives": "Pat Duffy",
        "districts": "5th Hampden",
        "lines": "answered",
        "reported": "contact",
        "reported_by": "page",
        "stances": "yes",
        "came_of_it": "talked",
        "in_words": "Talked to the office 2:14",
        "how_known": "told on the page",
        "status": "completed",
        "ring_seconds": "",
        "talk_seconds": "134",
        "total_seconds": "",
        "cost_usd": "",
        "cost_is_estimate": "",
        "notes": LINES,
    }


def test_a_workbook_says_the_same_with_numbers_and_times_as_such(happened, csv_rows, xlsx):
    happened(line=LineOutcome.ANSWERED, said=ReportedOutcome.CONTACT, note=LINES, talk_seconds=134)
    (written,) = csv_rows(notes="1")
    names, cells = ([cell.value for cell in row] for row in xlsx(notes="1").active.iter_rows())
    row = dict(zip(names, cells, strict=True))
    assert {name: str(row[name]) for name in ("call", "talk_seconds", "town", "notes", "campaign")} == {
        name: written[name] for name in ("call", "talk_seconds", "town", "notes", "campaign")
    }
    assert (row["started_utc"], row["started_local"]) == (NOON.replace(tzinfo=None), NOON.replace(hour=12, tzinfo=None))
    assert (row["rehearsal"], row["phone_bank"]) == (False, None)


@pytest.mark.parametrize("town", [COMMAND, "+1", "-2", "@SUM(A1)", CHINESE, RTL, "<script>", 'a "b", c'])
def test_what_looks_like_a_formula_runs_in_neither(called, csv_rows, xlsx, town):
    called(town=town)
    (row,) = csv_rows()
    assert row["town"] == (f"'{town}" if town[0] in "=+-@" else town)
    cell = next(xlsx().active.iter_rows(min_row=2))[8]
    assert (cell.value, cell.data_type, cell.hyperlink) == (town, "s", None)


def test_no_number_is_in_it(called, signed_in):
    called(phone="+16175550123")
    file = signed_in.opens("/organizers/calls.csv", notes="1").text
    assert "5550123" not in file.replace("-", "").replace(" ", "")


def test_notes_are_in_it_only_if_somebody_says_so(happened, csv_rows):
    happened(said=ReportedOutcome.CONTACT, note=LONG)
    assert "notes" not in csv_rows()[0]
    assert csv_rows(notes="1")[0]["notes"] == LONG


@pytest.mark.usefixtures("two_at_once")
@pytest.mark.parametrize("query", [{}, {"sort": "oldest"}, {"town": "Lynn"}, {"outcome": "line-busy"}, {"noted": "1"}])
def test_it_has_the_very_calls_of_the_log_however_many_pages_these_are(happened, counted, csv_rows, query):
    fits, others = [], []
    for nth in range(7):
        columns = {"at": NOON + nth * A_MINUTE, "said": ReportedOutcome.CONTACT}
        fits.append(str(happened(town="Lynn", line=LineOutcome.BUSY, note=f"kind {nth}", **columns)))
        others.append(str(happened(town="Salem", line=LineOutcome.ANSWERED, **columns)))
    counted()
    every = [it for pair in zip(fits, others, strict=True) for it in pair] if set(query) <= {"sort"} else fits
    rows = [row["call"] for row in csv_rows(**query)]
    assert rows == (every if "sort" in query else every[::-1])


@pytest.mark.usefixtures("two_at_once")
def test_a_call_with_two_notes_stands_there_once(happened, csv_rows, session, app):
    call = happened(said=ReportedOutcome.CONTACT, note="kind", offices=({}, {}))
    for nth in range(3):
        happened(said=ReportedOutcome.CONTACT, note="kind", at=NOON + nth * A_MINUTE)
    happened_later(session, app, call)
    numbers = [row["call"] for row in csv_rows(words="kind")]
    assert (len(numbers), numbers[0]) == (4, str(call))
    assert len(set(numbers)) == 4


def happened_later(session, app, call_id):
    """Its second office is told of later than any other."""
    second = session.scalar(select(func.max(CalledOffice.id)).where(CalledOffice.call_id == call_id))
    sealed = sealed_note(app.extensions["ringdown"].vault, "kind again", "page")
    told = {"outcome": ReportedOutcome.CONTACT, "note_sealed": sealed, "created_at": NOON + timedelta(hours=1)}
    session.add(Feedback(called_office_id=second, source=ReportSource.PAGE, **told))
    session.commit()


@pytest.mark.usefixtures("two_at_once")
def test_a_page_is_all_that_is_in_memory_and_between_two_no_connection_is_taken(piece_by_piece, called, session):
    for _ in range(7):
        called()
    session.close()
    at_rest = db.engine.pool.checkedout()  # what stays ready for the phone
    pieces = piece_by_piece("/organizers/calls.csv", then=lambda: db.engine.pool.checkedout() - at_rest)
    assert [(piece.count(b"\r\n"), taken) for piece, taken in pieces] == [(1, 0), (2, 0), (2, 0), (2, 0), (1, 0)]


def exports(session):
    """What the audit log says of them, in its order."""
    return session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.EXPORTED).order_by(AuditEvent.id)).all()


@pytest.mark.usefixtures("two_at_once")
def test_whoever_hangs_up_ends_it_and_how_much_they_have_is_written_down(piece_by_piece, called, session):
    for _ in range(7):
        called(at=utc_now())
    piece_by_piece("/organizers/calls.csv?town=Holyoke", at_most=2)
    begun, ended = exports(session)
    assert (begun.who, begun.after) == (EMAIL, {"town": "Holyoke", "notes": False})
    assert ended.after == {"rows": 2, "whole": False}


def test_what_notes_were_looked_through_for_is_not_written_down(signed_in, called, session):
    called()
    signed_in.opens("/organizers/calls.csv", words="Maria Ruiz", town="617-555-0134")
    begun, _ = exports(session)
    assert begun.after == {"words": "some, which are not kept", "town": "…", "notes": False}


def test_a_workbook_that_breaks_off_in_its_end_is_not_said_to_be_whole(piece_by_piece, called, session):
    called(at=utc_now())
    piece_by_piece("/organizers/calls.xlsx", at_most=2)
    _, ended = exports(session)
    assert ended.after == {"rows": 1, "whole": False}


def test_beyond_what_a_sheet_holds_there_are_further_ones(called, xlsx, monkeypatch):
    monkeypatch.setattr(workbook, "ROWS_A_SHEET", 2)
    monkeypatch.setattr(entries, "AT_ONCE", 2)
    for _ in range(5):
        called()
    sheets = xlsx()
    assert sheets.sheetnames == ["Calls", "Calls 2", "Calls 3"]
    assert [sheet.max_row for sheet in sheets] == [3, 3, 2]


def test_where_no_call_fits_it_has_its_head(signed_in, csv_rows, xlsx):
    assert csv_rows(town="Nowhere") == []
    assert xlsx(town="Nowhere").active.max_row == 1


def test_viewers_read_the_log_and_take_no_file_along(somebody, called, campaign):
    called()
    viewer = somebody(TeamRole.VIEWER, campaign)
    assert "These calls as a file" not in viewer.reads("/organizers/calls")
    for path in ("/organizers/calls.csv", "/organizers/calls.xlsx", "/organizers/calls/file"):
        assert viewer.opens(path).status_code == 403


def test_organizers_have_the_calls_of_their_campaigns(somebody, campaign, called):
    called(town="Lynn")
    assert "Lynn" in somebody(TeamRole.ORGANIZER, campaign).opens("/organizers/calls.csv").text


def test_and_of_no_other_campaign(somebody, called):
    called(town="Lynn")
    assert "Lynn" not in somebody(TeamRole.ORGANIZER).opens("/organizers/calls.csv").text


def test_nobody_keeps_a_copy_on_the_way(signed_in):
    headers = signed_in.opens("/organizers/calls.csv").headers
    assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff")


def test_of_own_phones_it_says_what_was_told(called, csv_rows):
    told = {"source": CallSource.OWN_PHONE, "phone": None, "reported_outcome": ReportedOutcome.CONTACT}
    told["reported_source"] = ReportSource.PAGE
    called(**told)
    (row,) = csv_rows()
    assert (row["way_in"], row["kind"], row["came_of_it"]) == ("own-phone", "own-phone", "own-phone")
