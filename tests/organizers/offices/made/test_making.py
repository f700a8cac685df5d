"""Offices that are no legislator's, as organizers make them, and what is refused."""

from html import unescape

import pytest
from sqlalchemy import delete

from app.guard.phone_vault import DO_NOT_CALL, PHONE
from app.representatives import in_seat
from models import DoNotCall, Roster
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.offices import made_seats


def test_an_office_that_is_made_can_be_called_at_once(makes, session, signed_in):
    answer = makes()
    (geoid, seat) = next(iter(made_seats(session).items()))
    assert answer.location == f"/organizers/offices/{geoid}?done=made"
    assert (seat.holder.name, seat.district, seat.holder.email) == ("Maura Healey", "Governor", "governor@example.org")
    assert [line.e164 for line in seat.lines] == ["+16175550150"]
    assert dict(seat.title.others)["es"] == "la gobernadora"
    page = unescape(signed_in.reads(f"/organizers/offices/{geoid}"))
    assert "Governor, made by hand. Set " in page
    assert 'Chinese (traditional): <span lang="zh-Hant">州長</span>' in page
    assert "These are the usual hours." in page
    assert "State House line" not in page


def test_it_is_found_among_all_offices_and_by_its_title(made, signed_in):
    assert f"/organizers/offices/{made}" in signed_in.reads("/organizers/offices", q="governor")
    assert f"/organizers/offices/{made}" in signed_in.reads("/organizers/offices/made")


def test_whoever_has_no_title_has_an_office_of_their_own(makes, session):
    makes(name="Department of Public Health", title="", title_es="", title_zh_hant="")
    (seat,) = made_seats(session).values()
    assert (seat.title, str(in_seat(seat).representative)) == (None, "Department of Public Health")
    assert seat.district == "An office of its own"


def test_two_lines_are_tried_in_their_order(makes, session):
    makes(second="617 555 0151", second_extension="7")
    (seat,) = made_seats(session).values()
    assert [(line.e164, line.extension, line.kind) for line in seat.lines] == [
        ("+16175550150", "", "first"),
        ("+16175550151", "7", "second"),
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": ""}, "Enter a name, in letters"),
        ({"name": "—!?"}, "Enter a name, in letters"),
        ({"first": ""}, "an office without one cannot be called"),
        ({"first": "", "first_extension": "3"}, "the number to which this extension belongs"),
        ({"first": "1-900-555-1234"}, "We cannot ring paid or service numbers."),
        ({"first": "911"}, "We cannot ring paid or service numbers."),
        ({"first": "+44 20 7946 0000"}, "numbers in the United States only"),
        ({"first_extension": "x"}, "Enter the extension in digits"),
        ({"second": "617-555-0150"}, "the same line as above"),
        ({"email": "pat@example.org\r\nBcc: all@example.org"}, "Enter one e-mail address"),
        ({"title": ""}, "Write the title in English too"),
        ({"note": ""}, "Say where the number comes from"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(makes, session, typed, told):
    answer = makes(**typed)
    page = unescape(answer.text)
    assert (answer.status_code, made_seats(session)) == (422, {})
    assert told in page
    assert 'value="州長"' in page


def test_a_campaigns_own_number_is_no_office(makes, campaign):
    assert "That is a campaign's own number." in unescape(makes(first=CAMPAIGN_NUMBER).text)


@pytest.mark.parametrize(
    "columns", [{"ended_at": None, "status": "talking"}, {"source": "hotline", "ended_at": None, "status": "answered"}]
)
def test_a_supporter_in_a_call_is_no_office(makes, called, app, columns):
    phone = "+16175550123"
    called(phone_hash=app.extensions["ringdown"].vault.fingerprint(phone, purpose=PHONE), **columns)
    assert "belongs to somebody who called with us" in unescape(makes(second=phone).text)


def test_whoever_asked_never_to_be_called_is_no_office(makes, app, session):
    phone = "+16175550123"
    vault = app.extensions["ringdown"].vault
    session.add(DoNotCall(phone_hash=vault.fingerprint(phone, purpose=DO_NOT_CALL), how="keypad"))
    session.commit()
    assert "belongs to somebody who called with us" in unescape(makes(first=phone).text)


def test_nothing_that_is_typed_becomes_part_of_the_page(makes, session, signed_in):
    hostile = {"name": "A<script>alert(1)</script>", "title": "{representative} %(name)s [name]", "note": "'\"><b>"}
    makes(**hostile)
    (geoid,) = made_seats(session)
    for page in (f"/organizers/offices/{geoid}", "/organizers/offices/made", "/organizers/offices"):
        assert "<script>alert" not in signed_in.reads(page)
    assert "{representative} %(name)s [name]" in signed_in.reads(f"/organizers/offices/{geoid}")


def test_the_same_office_is_made_once(makes, session):
    makes()
    answer = makes()
    assert (answer.status_code, len(made_seats(session))) == (409, 1)
    assert "There is an office with this name and title already." in answer.text


def test_before_any_office_was_brought_in_none_is_made(makes, session, signed_in):
    session.execute(delete(Roster))
    session.commit()
    assert "No offices yet" in signed_in.reads("/organizers/offices/made")
    assert "No offices yet" in makes().text
