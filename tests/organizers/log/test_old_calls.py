"""Of calls that are older than a month no more than the day and the county is known: so they are found, and told."""

import csv
import io
import re
from datetime import UTC, datetime, time, timedelta
from itertools import chain

import pytest

from app.clock import EASTERN, eastern_day, utc_now
from app.language.moments.short import calendar_day
from app.organizers.log.export import entries
from app.privacy.forget.along import Along
from app.privacy.forget.coarser import make_coarser
from models import LineOutcome, ReportedOutcome, Stance
from tests.world.one_unit import kept

DAY = eastern_day(utc_now()) - timedelta(days=40)
SIX_PM = datetime.combine(DAY, time(18), EASTERN).astimezone(UTC)
A_CLOCK = re.compile(r"\d:\d\d(:\d\d)? [AP]M")


@pytest.fixture
def made_coarser(app, session, counted):
    """Counts all, then lets the job of forgetting make coarse what is that old."""

    def made_coarser():
        counted()
        now, along = app.extensions["ringdown"].clock(), Along()
        while kept(session, lambda work: make_coarser(work.session, now, along)):
            pass
        session.expire_all()

    return made_coarser


@pytest.fixture
def seven(happened, made_coarser):
    """Seven calls of one evening, in Spanish, that are old by now."""
    talk = {"line": LineOutcome.ANSWERED, "said": ReportedOutcome.CONTACT, "stance": Stance.YES, "talk_seconds": 50}
    made = [happened(at=SIX_PM + timedelta(minutes=nth), language="es", note="kind", **talk) for nth in range(7)]
    made_coarser()
    return made


QUERIES = [
    *({}, {"language": "es"}, {"kind": "web"}, {"outcome": "came-talked"}, {"town": "Hampden County"}),
    *({"office": "25048"}, {"stance": "yes"}, {"outcome": "line-answered"}, {"noted": "1"}, {"words": "kind"}),
    *({"outcome": "line-answered", "also": "said-contact"}, {"from": DAY.isoformat(), "language": "es"}),
]


@pytest.mark.usefixtures("two_a_page")
@pytest.mark.parametrize("sort", ["newest", "oldest", "longest", "office"])
def test_their_pages_follow_without_gap_or_repeat(pages, seven, sort):
    seen = {str(query): sorted(chain(*pages(sort=sort, **query))) for query in QUERIES}
    assert seen == dict.fromkeys(seen, seven)


def test_a_file_has_all_of_them(signed_in, seven, monkeypatch):
    monkeypatch.setattr(entries, "AT_ONCE", 2)
    rows = csv.DictReader(io.StringIO(signed_in.opens("/organizers/calls.csv", language="es").text))
    times = [(row["started_utc"], row["started_local"], row["ended_utc"]) for row in rows]
    assert times == [("", DAY.isoformat(), "")] * len(seven)


@pytest.mark.usefixtures("seven")
def test_the_log_tells_their_day_and_no_hour(signed_in):
    page = signed_in.reads()
    assert f">{calendar_day(DAY)}, hours no longer known: 7 calls<" in page
    assert (A_CLOCK.search(page), f">{calendar_day(DAY)}</span></a>" in page) == (None, True)


def test_nor_does_the_story_of_one(signed_in, seven):
    pages = (f"{seven[0]}", f"{seven[0]}/offices/0/outcome", f"{seven[0]}/number")
    for page in (signed_in.reads(f"/organizers/calls/{path}") for path in pages):
        assert (A_CLOCK.search(page), calendar_day(DAY) in page) == (None, True)


@pytest.mark.usefixtures("seven")
def test_nor_do_the_notes_of_them(signed_in):
    page = signed_in.reads("/organizers/notes", show="every")
    assert (A_CLOCK.search(page), page.count(calendar_day(DAY))) == (None, 7)


@pytest.mark.usefixtures("seven")
def test_no_hour_has_them(signed_in, pages):
    assert [pages(hour=hour) for hour in ("0", "18")] == [[[]], [[]]]
    assert "Hours are kept for 30 days" in signed_in.reads("/organizers/calls", hour="18")


def test_a_call_of_the_evening_stands_on_its_own_day(signed_in, happened):
    evening = datetime.combine(DAY, time(21), EASTERN).astimezone(UTC)
    happened(at=evening, line=LineOutcome.ANSWERED, talk_seconds=50)
    assert f"<span>{calendar_day(DAY)}, </span>" in signed_in.reads("/organizers/calls", sort="longest")
