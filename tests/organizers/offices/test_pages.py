"""The offices as organizers see them, and their lines corrected by hand."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest

from app.clock import EASTERN
from app.organizers.offices.lines_form import LinesForm
from app.representatives import directory
from app.serving.forms import read_form
from models import LineCorrection, Roster
from tests.organizers.conftest import hidden_fields
from tests.world.database.own_roster import restore_offices

MOORE, FIELD = "25D08", "25012"
GOOD = {"capitol": "617 555 0142", "capitol_extension": "7", "note": "The office told us", "first": "capitol"}


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def read(signed_in):
    """The text of an office's page, or of the list."""

    def read(geoid="", **query):
        page = unescape(signed_in.reads(f"/organizers/offices{'/' if geoid else ''}{geoid}", **query))
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2]))

    return read


@pytest.fixture
def corrects(signed_in, session):
    """Fills the form of an office and sends it."""

    def corrects(geoid=MOORE, to="", **typed):
        at = f"/organizers/offices/{geoid}"
        answer = signed_in.sends(f"{at}{to}", **hidden_fields(signed_in.reads(at), at) | typed)
        session.rollback()
        return answer

    return corrects


def lines(session, geoid=MOORE):
    return [(line.e164, line.extension, line.kind) for line in directory(session).seat(geoid).lines]


def test_who_cannot_be_rung_comes_first(read):
    page = read()
    names = ("1st Franklin", "17th Middlesex", "Lisa Field", "Chris Flanagan", "Mike Moore")
    order = [page.index(name) for name in names]
    assert order == sorted(order)
    assert "Nobody can be rung here: 3" in page


def test_every_district_is_listed_once(signed_in):
    page = signed_in.reads("/organizers/offices")
    assert len(set(re.findall(r"/organizers/offices/(25\w{3})", page))) == 200


def test_shared_lines_say_by_how_many(read):
    assert re.search(r"Chris Flanagan Democratic \(617\) 722-2080 State House 4 members", read())
    assert re.search(r"Mike Moore Democratic \(617\) 722-1485 State House nobody else", read())


@pytest.mark.parametrize("typed", ["moore", "Second Worcester", "2ND worcester", "722-1485", "757 0323"])
def test_the_search_finds_by_name_district_and_number(read, typed):
    assert "Mike Moore" in read(q=typed)


@pytest.mark.parametrize("typed", ["vacant", "zzz", "%", "x" * 3000])
def test_the_search_leaves_everybody_else_out(read, typed):
    assert "Mike Moore" not in read(q=typed)


def test_a_search_without_success_says_so(read):
    assert "No office fits" in read(q="zzz")


@pytest.mark.parametrize(("days", "warning"), [(91, "Members come and go"), (181, "probably left")])
def test_a_warning_grows_with_the_age_of_the_facts(read, session, days, warning):
    age(session, days)
    assert re.search(f"These facts are {days} days old.*{warning}", read())


def test_fresh_facts_need_no_warning(read, session):
    age(session, 90)
    assert "days old" not in read()


def age(session, days):
    session.get_one(Roster, "MA").as_of = datetime.now(EASTERN).date() - timedelta(days=days)
    session.commit()


def test_the_day_and_the_source_of_the_facts_are_told(read):
    assert "Data as of Aug 5, 2026 , openstates/people 934bf09" in read()
    assert "Data as of Aug 5, 2026 , openstates/people 934bf09" in read(MOORE)


def test_an_office_says_since_when_and_with_whom_it_shares_its_line(read):
    page = read("25001")
    assert "Since Jan 4, 2023" in page
    assert len(re.search("Shared with (.*) Source", page)[1].split(",")) == 3


def test_a_vacant_seat_has_no_form(read, session):
    vacant = next(seat for seat in directory(session).seats.values() if seat.vacant)
    page = read(vacant.geoid)
    assert "Supporters from here are told that the seat is vacant" in page
    assert "Correct the lines" not in page


@pytest.mark.parametrize("geoid", ["25999", "nowhere", "25D08%00", "25d08", "%F0%9F%99%82", "2" * 500])
def test_an_unknown_office_is_no_page(signed_in, geoid):
    assert signed_in.opens(f"/organizers/offices/{geoid}").status_code == 404


def test_a_correction_is_taken_by_the_next_call(corrects, session):
    assert corrects(**GOOD).location == f"/organizers/offices/{MOORE}?done=corrected"
    assert lines(session) == [("+16175550142", "7", "capitol")]


def test_the_district_office_may_ring_first(corrects, session):
    corrects(**GOOD | {"district": "(508) 757-0323", "district_extension": "13", "first": "district"})
    assert lines(session) == [("+15087570323", "13", "district"), ("+16175550142", "7", "capitol")]


def test_an_office_without_a_number_gets_one(corrects, read):
    corrects(FIELD, **GOOD)
    assert "Nobody can be rung here: 2" in read()
    assert "(617) 555-0142 ext. 7 State House, corrected by hand" in read()


def test_an_office_without_any_line_that_works_is_not_rung(corrects, session):
    corrects(note="The line is dead")
    assert lines(session) == []


def test_the_page_tells_who_corrected_what_and_why(corrects, read):
    corrects(**GOOD)
    page = read(MOORE)
    assert "(617) 555-0142 ext. 7 “The office told us” By organizer@example.org. In force." in page
    assert "Imported was: (617) 722-1485 (State House), (508) 757-0323 ext. 13 (District office)." in page


def test_undo_goes_back_to_what_was_imported(corrects, read, session):
    before = lines(session)
    corrects(**GOOD)
    assert corrects(to="/undo").location.endswith("done=undone")
    assert lines(session) == before
    assert re.search("Ended .* by organizer@example.org", read(MOORE))


def test_undoing_what_was_never_corrected_changes_nothing(corrects, session):
    version = directory(session).version
    assert corrects(to="/undo").location.endswith("done=same")
    assert directory(session).version == version


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"capitol": "617 722"}, "There is no such telephone number"),
        ({"capitol": "ask for Ana"}, "Enter a telephone number in digits"),
        ({"capitol": "1-900-322-5287"}, "We cannot ring paid or service numbers"),
        ({"capitol": "911"}, "We cannot ring paid or service numbers"),
        ({"capitol": "+44 20 7946 0958"}, "in the United States only"),
        ({"capitol": "617 555 0142 ext. 7"}, "Enter the extension in the field beside"),
        ({"capitol_extension": "7a"}, "Enter the extension in digits"),
        ({"capitol": "", "capitol_extension": "7"}, "Enter the number to which this extension belongs"),
        ({"district": "617 555 0142", "district_extension": "7"}, "This is the same line as above"),
        ({"note": " "}, "Say why"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_changed(corrects, session, typed, told):
    before = lines(session)
    answer = corrects(**GOOD | typed)
    assert (answer.status_code, told in unescape(answer.text)) == (422, True)
    assert lines(session) == before


def test_what_was_typed_stays_in_the_form(corrects):
    assert 'value="&lt;b&gt;617"' in corrects(**GOOD | {"capitol": "<b>617"}).text


def test_an_office_may_have_a_toll_free_number(corrects, session):
    corrects(**GOOD | {"capitol": "1-800-322-5287"})
    assert lines(session)[0][0] == "+18003225287"


def test_numbers_that_reach_nobody_are_for_demos_only():
    assert read_form(LinesForm, GOOD, fictional=True).errors == {}
    (told,) = read_form(LinesForm, GOOD, fictional=False).errors["capitol"]
    assert "There is no such telephone number" in told


def test_a_form_for_somebody_who_left_meanwhile_changes_nobody(corrects, signed_in, session):
    answer = corrects(**GOOD | {"seen": "1-"})
    assert (answer.status_code, "Somebody else sits here now" in answer.text) == (409, True)


def test_lines_that_somebody_corrected_meanwhile_are_not_overwritten(corrects, signed_in, session):
    at = f"/organizers/offices/{MOORE}"
    seen = hidden_fields(signed_in.reads(at), at)["seen"]
    corrects(**GOOD)
    answer = corrects(**GOOD | {"capitol": "617 555 0143", "seen": seen})
    assert (answer.status_code, "Somebody else corrected these lines meanwhile" in answer.text) == (409, True)
    assert 'value="617 555 0143"' in answer.text
    assert lines(session) == [("+16175550142", "7", "capitol")]


def test_everything_that_is_wrong_is_told_at_once(corrects):
    answer = unescape(corrects(capitol="911", district="ask for Ana", district_extension="x").text)
    told = (
        "We cannot ring paid or service numbers",
        "Enter a telephone number in digits",
        "Enter the extension in digits",
        "Say why,",
    )
    assert [answer.count(sentence) for sentence in told] == [2, 2, 2, 2]  # at the top and at its field


@pytest.mark.parametrize("path", ["", "/undo"])
def test_a_form_without_its_token_is_refused(signed_in, session, path):
    answer = signed_in.sends(f"/organizers/offices/{MOORE}{path}", **GOOD)
    assert (answer.status_code, session.query(LineCorrection).count()) == (400, 0)


def test_the_bar_leads_to_the_offices(signed_in):
    assert '<a href="/organizers/offices"' in signed_in.reads("/organizers/calls")
