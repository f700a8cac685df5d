"""Calls are found by whatever is known of them, alone and together, however far back; filters are an address."""

import re
from datetime import timedelta
from html import unescape

import pytest

from app.calls.shown.log import notes, search
from app.organizers.log.choices import OUTCOME_OF
from models import (
    CallSource,
    LineOutcome,
    ReportedOutcome,
    Stance,
)
from tests.organizers.conftest import NOON

HOLYOKE, AN_HOUR = "25048", timedelta(hours=1)
LINK = re.compile(r'rel="next" href="([^"]+)"')


@pytest.fixture
def found(signed_in):
    """The ids of the calls of a page, in its order."""
    return lambda **query: ids(signed_in.reads("/organizers/calls", **query))


def ids(page):
    return list(map(int, re.findall(r'href="/organizers/calls/(\d+)"', page)))


@pytest.fixture
def calls(happened, counted):
    """Five calls of different days and kinds, the oldest first."""
    made = [
        happened(town="Lynn", language="es", at=NOON),
        happened(line=LineOutcome.BUSY, said=ReportedOutcome.CONTACT, note="She was kind", at=NOON + timedelta(days=1)),
        happened(
            line=LineOutcome.ANSWERED,
            talk_seconds=60,
            said=ReportedOutcome.CONTACT,
            stance=Stance.YES,
            at=NOON + timedelta(days=2),
        ),
        happened(source=CallSource.HOTLINE, language="yue", at=NOON + timedelta(days=3)),
        happened(source=CallSource.OWN_PHONE, phone=None, said=ReportedOutcome.WROTE, at=NOON + timedelta(days=3)),
    ]
    counted()
    return made


FOUND = [
    ({"town": "lynn"}, [0]),
    ({"town": "Nowhere at all"}, []),
    ({"language": "yue"}, [3]),
    ({"kind": "hotline"}, [3]),
    ({"kind": "web", "language": "en"}, [2, 1]),
    ({"kind": "written"}, [4]),
    ({"office": HOLYOKE}, [4, 2, 1]),
    ({"office": HOLYOKE, "stance": "yes"}, [2]),
    ({"stance": "yes"}, [2]),
    ({"outcome": "came-talked"}, [2]),
    ({"outcome": "came-office-busy"}, [1]),
    ({"outcome": "line-busy", "also": "said-contact"}, [1]),
    ({"outcome": "line-answered", "also": "said-voicemail"}, []),
    ({"from": "2026-11-24", "to": "2026-11-25"}, [2, 1]),
    ({"to": "2026-11-23"}, [0]),
    ({"from": "2026-11-26", "to": "2026-11-24"}, [4, 3, 2, 1]),
    ({"town": "Lynn", "from": "2026-11-24"}, []),
    ({"hour": "12", "town": "Lynn"}, [0]),
    ({"hour": "13"}, []),
    ({"noted": "1"}, [1]),
    ({"words": "KIND she"}, [1]),
    ({"words": "unkind"}, []),
    ({"words": "kind", "outcome": "line-answered"}, []),
    ({"sort": "oldest", "office": HOLYOKE}, [1, 2, 4]),
    ({"sort": "oldest"}, [0, 1, 2, 3, 4]),
]
OF_ONE = {"came-office-busy", "said-contact", "line-busy", "ended-completed"}  # what came of the call with a note


def test_calls_are_found_by_what_is_known_of_them(calls, found):
    which = {str(query): [calls[nth] for nth in wanted] for query, wanted in FOUND}
    assert {str(query): found(**query) for query, _ in FOUND} == which


EVERY_OUTCOME = [({"outcome": word}, [1] if word in OF_ONE else []) for word in OUTCOME_OF]


@pytest.mark.parametrize("noted", [{"noted": "1"}, {"words": "kind"}], ids=["with a note", "with words"])
def test_calls_with_notes_are_found_by_everything_else_too(calls, found, noted):
    queries = [(query, wanted) for query, wanted in (*FOUND, *EVERY_OUTCOME) if not query.keys() & {"noted", "words"}]
    fits = {str(query): [calls[1]] if 1 in wanted else [] for query, wanted in queries}
    assert {str(query): found(**query, **noted) for query, _ in queries} == fits


@pytest.mark.usefixtures("calls")
def test_calls_with_notes_are_in_a_file_by_everything_else_too(signed_in):
    file = signed_in.opens("/organizers/calls.csv", noted="1", office=HOLYOKE, outcome="came-office-busy")
    assert len(file.text.strip().splitlines()) == 2


def test_a_call_is_found_by_its_number(calls, found):
    assert found(call=calls[2]) == found(call=f"#{calls[2]}", rehearsals="1") == [calls[2]]


def test_what_is_not_counted_yet_is_found_all_the_same(app, happened, found):
    call = happened(town="Lynn", at=app.extensions["ringdown"].clock() - AN_HOUR)
    assert found(town="Lynn") == [call]


def test_rehearsals_are_found_too_though_nobody_counts_them(happened, found, counted):
    call = happened(town="Lynn", rehearsal=True)
    counted()
    assert (found(town="Lynn"), found(town="Lynn", rehearsals="1")) == ([], [call])


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_pages_of_a_town_follow_without_gap_or_repeat(happened, counted, signed_in, sort):
    made = [happened(town="Lynn", at=NOON + nth * AN_HOUR) for nth in range(0, 110, 2)]
    counted()
    page, seen = signed_in.reads("/organizers/calls", town="Lynn", sort=sort), []
    while page:
        seen += ids(page)
        link = LINK.search(page)
        page = signed_in.reads(unescape(link[1])) if link else ""
    assert seen == (made if sort == "oldest" else made[::-1])


def test_a_long_search_stops_and_goes_on_where_it_stopped(monkeypatch, happened, counted, signed_in):
    monkeypatch.setattr(search, "MOST", 3)
    made = happened(town="Lynn", rehearsal=True)
    others = [happened(town="Holyoke", at=NOON + nth * AN_HOUR) for nth in range(1, 5)]
    counted()
    page = signed_in.reads("/organizers/calls", town="Lynn", rehearsals="1")
    assert ("None so far" in page, "Search further" in page, others) == (True, True, others)
    assert ids(signed_in.reads(unescape(LINK.search(page)[1]))) == [made]


def test_notes_are_opened_some_at_a_time(monkeypatch, happened, signed_in):
    monkeypatch.setattr(notes, "OPENED", 2)
    kind = happened(said=ReportedOutcome.CONTACT, note="kind")
    for nth in range(1, 4):
        happened(said=ReportedOutcome.CONTACT, note="in a hurry", at=NOON + nth * AN_HOUR)
    page = signed_in.reads("/organizers/calls", words="kind")
    assert ("None so far" in page, ids(page)) == (True, [])
    page = signed_in.reads(unescape(LINK.search(page)[1]))
    assert ids(page) == [kind]
    assert "<blockquote>kind</blockquote>" in page


def test_accents_and_case_of_words_do_not_matter(happened, found):
    call = happened(said=ReportedOutcome.CONTACT, note="La señora Peña fue muy AMABLE")
    assert found(words="pena amable") == [call]


def test_the_hours_of_a_page_say_how_many_calls_they_had(happened, signed_in):
    for minutes in (0, 20, 70):
        happened(at=NOON + timedelta(minutes=minutes))
    page = signed_in.reads()
    assert re.findall(r'scope="rowgroup" colspan="7">([^<]+)', page) == [
        "Nov 23, 2026, between 1 and 2 PM: 1 call",
        "Nov 23, 2026, between 12 and 1 PM: 2 calls",
    ]


def test_what_was_asked_for_stands_in_words(calls, signed_in):
    page = unescape(signed_in.reads("/organizers/calls", town="Lynn", language="es", outcome="came-talked", hour="23"))
    asked = "from Lynn · between 11 PM and 12 AM · What came of it: Talked to the office · in Spanish"
    assert f"Asked for was: {asked}." in page


PROBLEMS = [
    ({"kind": "telepathy"}, "There is no such way in"),
    ({"office": "99999"}, "There is no such office"),
    ({"language": "tlh"}, "The phone speaks no such language"),
    ({"stance": "perhaps"}, "There is no such stance"),
    ({"hour": "24"}, "That is not an hour"),
    ({"call": "twelve"}, "A call's number has digits alone"),
    ({"call": "9" * 23}, "no more than 19"),
    ({"sort": "price"}, "The log cannot be sorted so"),
    ({"from": "2026-11-26", "to": "2026-11-24"}, "The last day is before the first"),
]


@pytest.mark.usefixtures("calls")
def test_what_cannot_be_read_is_told_and_left_out(signed_in):
    pages = {problem: unescape(signed_in.reads("/organizers/calls", **query)) for query, problem in PROBLEMS}
    assert [problem for problem, page in pages.items() if problem not in page or len(ids(page)) < 4] == []


@pytest.mark.usefixtures("calls")
def test_strange_numbers_of_calls_find_nothing_and_break_nothing(signed_in):
    strange = ("9" * 400, "²", "\0", "-1")
    assert {signed_in.opens("/organizers/calls", call=text).status_code for text in strange} == {200}
