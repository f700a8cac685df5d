"""Offices that are no legislator's, as organizers make, change, remove and put them back."""

from html import unescape

import pytest
from sqlalchemy import delete, select

from app.limits.numbers import DO_NOT_CALL, PHONE
from app.representatives import directory, in_seat, seed_roster
from app.representatives.made.making import change_office, make_office
from app.team.create import create_organizer
from models import AuditEvent, DoNotCall, Roster, TeamRole, WhomToCall
from tests.organizers.conftest import NOON, PASSWORD, hidden_fields
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER, change_campaign
from tests.world.database.own_roster import restore_offices
from tests.world.offices import GOVERNOR, governor, made_seats
from voice_flows.names import OwnTitle

NEW = "/organizers/offices/made/new"
TYPED = {
    "name": "Maura Healey",
    "title": "Governor",
    "title_es": "la gobernadora",
    "title_zh_hant": "州長",
    "first": "617-555-0150",
    "email": "governor@example.org",
    "note": "Her page",
}


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def makes(signed_in, session):
    """Fills the form and sends it."""

    def makes(**typed):
        answer = signed_in.sends(NEW, **hidden_fields(signed_in.reads(NEW), NEW) | TYPED | typed)
        session.rollback()
        return answer

    return makes


@pytest.fixture
def made(makes, session):
    """The office of the Governor."""
    makes()
    return next(iter(made_seats(session)))


@pytest.fixture
def sends(signed_in, session):
    """Sends a form of the office's page, with what is typed."""

    def sends(geoid, to="", **typed):
        at, page = f"/organizers/offices/made/{geoid}", signed_in.reads(f"/organizers/offices/{geoid}")
        answer = signed_in.sends(f"{at}{to}", **hidden_fields(page, at) | typed)
        session.rollback()
        return answer

    return sends


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
        ({"first": "1-900-555-1234"}, "We cannot ring toll-free, paid or service numbers."),
        ({"first": "911"}, "We cannot ring toll-free, paid or service numbers."),
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
    assert "belongs to somebody who is in a call with us" in unescape(makes(second=phone).text)


def test_whoever_asked_never_to_be_called_is_no_office(makes, app, session):
    phone = "+16175550123"
    vault = app.extensions["ringdown"].vault
    session.add(DoNotCall(phone_hash=vault.fingerprint(phone, purpose=DO_NOT_CALL), how="keypad"))
    session.commit()
    assert "belongs to somebody who is in a call with us" in unescape(makes(first=phone).text)


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


def test_a_change_counts_in_every_campaign_and_can_be_taken_back(made, sends, session):
    assert sends(made, **TYPED | {"first": "617 555 0152"}).location.endswith("done=made-changed")
    assert made_seats(session)[made].line.e164 == "+16175550152"
    assert sends(made, "/undo").location.endswith("done=made-undone")
    assert made_seats(session)[made].line.e164 == "+16175550150"


def test_nothing_is_changed_where_it_is_so_already(made, sends):
    assert sends(made, **TYPED).location.endswith("done=made-same")
    assert sends(made, "/undo").location.endswith("done=made-same")


def test_what_is_wrong_with_a_change_is_told_beside_the_office(made, sends):
    answer = sends(made, **TYPED | {"first": "nothing"})
    assert answer.status_code == 422
    assert 'value="nothing"' in answer.text


def test_whoever_was_slower_sees_both(made, sends, signed_in):
    at = f"/organizers/offices/made/{made}"
    before = hidden_fields(signed_in.reads(f"/organizers/offices/{made}"), at)
    sends(made, **TYPED | {"name": "Somebody Else"})
    answer = signed_in.sends(at, **before | TYPED | {"name": "A Third"})
    assert answer.status_code == 409
    assert "Somebody else changed this office meanwhile." in answer.text
    assert 'value="A Third"' in answer.text


def test_two_offices_never_become_one(made, makes, sends, session):
    makes(name="Somebody Else")
    (other,) = set(made_seats(session)) - {made}
    answer = sends(other, **TYPED)
    assert answer.status_code == 409
    assert "There is an office with this name and title already." in answer.text


def test_an_undo_makes_no_second_office_of_the_name(made, makes, sends):
    sends(made, **TYPED | {"name": "Somebody Else"})
    makes()
    assert sends(made, "/undo").location.endswith("done=made-taken")


def test_an_office_is_removed_and_put_back(made, sends, session, signed_in):
    assert sends(made, "/remove").location == "/organizers/offices/made?done=removed#removed"
    assert made_seats(session) == {}
    assert signed_in.opens(f"/organizers/offices/{made}").status_code == 404
    back = f"/organizers/offices/made/{made}/back"
    form = hidden_fields(signed_in.reads("/organizers/offices/made"), back)
    assert signed_in.sends(back, **form).location == f"/organizers/offices/{made}?done=put-back"
    session.rollback()
    assert set(made_seats(session)) == {made}
    assert signed_in.sends(back, **form).location.endswith("done=same")


def test_none_is_removed_that_a_campaign_calls(made, sends, session, campaign):
    holder = made_seats(session)[made].holder.id
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[holder])
    answer = sends(made, "/remove")
    assert answer.status_code == 409
    assert "It stays as long as a campaign calls it." in answer.text
    session.rollback()
    assert set(made_seats(session)) == {made}


def test_an_office_has_hours_and_a_pace_like_any_other(made, signed_in, session):
    at = f"/organizers/offices/{made}"
    page = signed_in.reads(at)
    week = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "8-8")
    assert signed_in.sends(f"{at}/hours", **hidden_fields(page, f"{at}/hours") | week).location.endswith("done=hours")
    pace = hidden_fields(page, f"{at}/pace") | {"at_once": "5"}
    assert signed_in.sends(f"{at}/pace", **pace).location.endswith("done=pace")


@pytest.mark.parametrize("to", ["", "/undo", "/email", "/email/undo"])
def test_what_was_not_imported_is_not_corrected(made, signed_in, to):
    form = hidden_fields(signed_in.reads(NEW), NEW)
    assert signed_in.sends(f"/organizers/offices/{made}{to}", **form).status_code == 404


@pytest.mark.parametrize("to", ["", "/undo", "/remove"])
def test_a_legislators_office_is_not_changed_so(signed_in, to):
    form = hidden_fields(signed_in.reads(NEW), NEW)
    assert signed_in.sends(f"/organizers/offices/made/25048{to}", **form).status_code == 404


def test_nothing_is_put_back_that_was_never_there(signed_in):
    form = hidden_fields(signed_in.reads(NEW), NEW)
    assert signed_in.sends("/organizers/offices/made/no-key/back", **form).status_code == 404
    assert signed_in.sends("/organizers/offices/made/25048/back", **form).location.endswith("done=same")


def test_the_audit_log_tells_what_was_made_and_changed(made, sends, session):
    sends(made, **TYPED | {"first": "617 555 0152"})
    sends(made, "/remove")
    events = session.scalars(select(AuditEvent).where(AuditEvent.act == "office-changed").order_by(AuditEvent.id)).all()
    assert {event.subject for event in events} == {"Maura Healey, an office made by hand"}
    assert events[0].after["lines"] == ["(617) 555-0150"]
    assert (events[1].before, events[1].after) == ({"lines": ["(617) 555-0150"]}, {"lines": ["(617) 555-0152"]})
    assert (events[2].before, events[2].after) == ({"is called": True}, {"is called": False})


def test_an_import_leaves_it_alone(session):
    make_office(session, governor(), by="somebody", now=NOON)
    session.flush()
    seed_roster(session)
    assert [seat.holder.name for seat in made_seats(session).values()] == [GOVERNOR]
    assert directory(session).seat("25048").title == "Representative"
    assert isinstance(next(iter(made_seats(session).values())).title, OwnTitle)


def test_whoever_runs_other_campaigns_sees_only_that_one_calls_it(made, session, signed_in, campaign):
    change_campaign(session, listed=[made_seats(session)[made].holder.id])
    create_organizer(session, "bo@example.org", PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    signed_in.signs_out()
    signed_in.signs_in("bo@example.org")
    page = " ".join(signed_in.reads(f"/organizers/offices/{made}").split())
    assert "Take it off the list of 1 campaign that you do not see first" in page
    assert "Safe Communities" not in page


def test_before_any_office_was_brought_in_none_is_made(makes, session, signed_in):
    session.execute(delete(Roster))
    session.commit()
    assert "No offices yet" in signed_in.reads("/organizers/offices/made")
    assert "No offices yet" in makes().text


def test_a_legislators_office_is_not_changed_by_mistake(session):
    with pytest.raises(LookupError):
        change_office(session, "25048", governor(), by="somebody", now=NOON)
