"""Organizers see which numbers are never rung, and add their own; an admin alone takes one off."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from sqlalchemy import func, select, update

from app.limits.errors import NotASupporter
from app.limits.never_rung.listed import the_list
from app.limits.never_rung.not_rung import count_not_rung, forget_not_rung, lately_not_rung
from app.limits.numbers import A_DAY, refuse_strangers
from app.organizers.never_rung.page import KINDS
from models import AuditEvent, DoNotCall, NeverRung, NotRung
from models import Organizer as Account
from tests.organizers.conftest import hidden_fields
from tests.world.people.supporter import Supporter

PAGE = "/organizers/never-rung"
CLINIC = {
    "numbers": "617 555 0150, a clinic\n413-555, a company",
    "source": "example.org/contact",
    "as_of": "2026-11-02",
}


@pytest.fixture
def adds(signed_in):
    def adds(**typed):
        hidden = hidden_fields(signed_in.reads(PAGE), PAGE)
        return signed_in.sends(PAGE, **hidden | {"source": "", "as_of": ""} | typed)

    return adds


@pytest.fixture
def takes_off(signed_in):
    def takes_off(begins):
        token = hidden_fields(signed_in.reads(PAGE), PAGE)["csrf_token"]
        return signed_in.sends(f"{PAGE}/remove", csrf_token=token, begins=begins)

    return takes_off


def is_rung(session, app, phone):
    session.rollback()
    try:
        own = app.extensions["ringdown"]
        refuse_strangers(session, phone, own.vault, own.clock())
    except NotASupporter:
        return False
    return True


def audited(session):
    session.rollback()
    of_it = AuditEvent.subject.contains("never rung")
    return session.scalars(select(AuditEvent.after).where(of_it).order_by(AuditEvent.id)).all()


def test_with_nothing_added_the_page_says_what_to_add_and_what_is_there(signed_in):
    page = unescape(signed_in.reads(PAGE))
    assert "You added none yet" in page
    for told in (
        "(202) 456-…",
        "the White House",
        "State Auditor",
        "www.sec.state.ma.us",
        "Traffic pumping",
        "Ours, <span",
    ):
        assert told in page


def test_everything_that_comes_with_the_program_has_its_place_on_the_page():
    assert {one.kind for one in the_list()} == set(KINDS)


def test_what_is_added_is_rung_no_more(adds, session, app):
    assert is_rung(session, app, "+16175550150")
    assert adds(**CLINIC).location.endswith("done=added")
    rung = [is_rung(session, app, it) for it in ("+16175550150", "+14135550199", "+16175550151")]
    assert rung == [False, False, True]


def test_the_page_says_whose_each_is_and_from_where_and_who_added_it(adds, signed_in):
    adds(**CLINIC)
    page = unescape(signed_in.reads(PAGE, done="added"))
    for told in ("Nobody is rung there from now on", "Added by you: 2", "(617) 555-0150", "(413) 555-…", "a clinic"):
        assert told in page
    assert "example.org/contact, Nov 2, 2026. Added" in page
    assert "organizer@example.org" in page


def test_it_is_written_down_who_added_what(adds, session):
    adds(numbers="\n".join(f"617 555 01{nth}, a clinic" for nth in range(50, 57)))
    (after,) = audited(session)
    assert after["added"].startswith("(617) 555-0150, (617) 555-0151")
    assert after["added"].endswith("and 2 more")


def test_what_stands_there_already_stays_as_it_is(adds, session):
    adds(**CLINIC)
    assert adds(numbers="617 555 0150, somebody else").location.endswith("done=same")
    assert session.scalars(select(NeverRung.what).order_by(NeverRung.what)).all() == ["a clinic", "a company"]
    assert len(audited(session)) == 1


def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(adds, session):
    answer = adds(numbers="617 555 0150, a clinic\nnone", source="<b>me</b>", as_of="yesterday")
    page = unescape(answer.text)
    assert (answer.status_code, session.scalars(select(NeverRung)).all()) == (422, [])
    for told in (
        "Line 2 begins with no number: “none”",
        "Enter the day as",
        "617 555 0150, a clinic\nnone",
        'value="<b>me</b>"',
    ):
        assert told in page


def test_an_admin_takes_one_off_and_it_is_rung_again(adds, takes_off, session, app):
    adds(**CLINIC)
    assert takes_off("+16175550150").location.endswith("done=removed")
    assert is_rung(session, app, "+16175550150")
    assert audited(session)[-1] == {"taken off": "(617) 555-0150"}
    assert takes_off("+16175550150").location.endswith("done=same")


@pytest.mark.parametrize(("role", "adds_some"), [("organizer", True), ("viewer", False)])
def test_others_see_the_list_and_take_nothing_off_and_viewers_add_nothing(
    adds, signed_in, app, session, role, adds_some
):
    adds(**CLINIC)
    session.execute(update(Account).values(role=role))
    session.commit()
    page = signed_in.reads(PAGE)
    assert ("Add numbers" in page, "Take off" in page, "a clinic" in page) == (adds_some, False, True)
    assert signed_in.sends(f"{PAGE}/remove", begins="+16175550150").status_code in {400, 403}
    assert not is_rung(session, app, "+16175550150")


def test_the_page_tells_how_many_asked_for_peace_for_good_and_for_a_day(signed_in, session, app):
    now = app.extensions["ringdown"].clock()
    asked = {b"one": None, b"two": None, b"three": now + A_DAY, b"four": now - A_DAY}
    session.add_all(DoNotCall(phone_hash=number, how="test", until=until) for number, until in asked.items())
    session.commit()
    text = signed_in.reads(PAGE)
    assert "People who asked for peace: 3" in text
    assert "<dt>For good</dt><dd>2</dd>" in text
    assert "<dt>For 24 hours</dt><dd>1</dd>" in text


def test_what_supporters_are_not_told_is_counted_here_without_the_number(signed_in, client, campaign, session):
    for _ in range(2):
        Supporter(client).asks_to_be_called(phone="617 725 4005")
    page = unescape(signed_in.reads(PAGE))
    assert "<strong>2</strong> × an office's, ours, or on these lists" in page
    assert "725-4005" not in page.partition("lately")[2].partition("<details")[0]


def test_after_a_week_it_is_forgotten(session, campaign):
    now = datetime(2026, 11, 10, 12, tzinfo=UTC)
    for days in (0, 6, 7):
        count_not_rung(session, campaign, "in-a-call", now - timedelta(days=days))
    assert [one.how_often for one in lately_not_rung(session, now)] == [2]
    forget_not_rung(session, now)
    assert session.scalar(select(func.count()).select_from(NotRung)) == 2
