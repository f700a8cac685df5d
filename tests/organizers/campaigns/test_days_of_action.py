"""Days of action as organizers set, read, change, cancel and take them back."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from sqlalchemy import delete, select

from app.clock import eastern_day
from models import JOINED, ActionDay, AuditEvent, CountedBy, CountOfDay
from tests.organizers.conftest import hidden_fields
from tests.world.campaign.action import THE_DAY, day_of_action

HOSTILE = "<script>alert(1)</script>=cmd|' /C'!A0 \u202eRTL 🎉"


@pytest.fixture
def at(campaign):
    return f"/organizers/campaigns/{campaign}/action-days"


@pytest.fixture
def soon(app):
    return (eastern_day(app.extensions["ringdown"].clock()) + timedelta(days=1)).isoformat()


@pytest.fixture
def sets(signed_in, at, soon, session):
    """Fills the form and sends it."""

    def sets(to=None, **fields):
        form = {"day": soon, "goal": "500", "hours": "9-5", "share": "20", "others": "no", "sharers": "Ana\nZoë B."}
        form |= {"wave-0-name": "Morning", "wave-0-hours": "9-noon", "wave-0-letters": "A-G"}
        form |= {"wave-2-name": "Hampden", "wave-2-hours": "2-3 pm", "wave-2-people": "Pat Duffy"}
        here = to or at
        answer = signed_in.sends(here, **hidden_fields(signed_in.reads(here), here) | form | fields)
        session.rollback()
        return answer

    return sets


@pytest.fixture
def the_day(session):
    def the_day():
        session.rollback()
        return session.scalars(select(ActionDay).execution_options(populate_existing=True)).one()

    return the_day


def test_it_is_set_with_its_waves_and_shown_with_what_should_be_known(sets, signed_in, the_day, session):
    page = unescape(signed_in.reads(sets().location))
    day = the_day()
    assert (day.goal, day.share, day.others, [wave["name"] for wave in day.waves]) == (
        500,
        20,
        False,
        ["Morning", "Hampden"],
    )
    assert day.waves[1]["offices"] == ["25048"]
    assert "http://127.0.0.1:8080/c/safe-communities?from=zoe-b" in page
    assert "They are not called at all that day." in page
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert event.after["waves"]["Hampden"] == 1


def test_a_day_on_which_no_office_opens_is_said_to_be_one(sets, signed_in, app):
    today = eastern_day(app.extensions["ringdown"].clock())
    sunday = today + timedelta(days=7 - (today.weekday() + 1) % 7)
    page = unescape(signed_in.reads(sets(day=sunday.isoformat()).location))
    assert "No office is open on that day, a Sunday" in page
    assert "none is open on a day like that" in page
    assert "are closed in the hours of" not in page


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"day": ""}, "Type a date"),
        ({"day": "2001-01-01"}, "That is past already."),
        ({"goal": "0"}, "How many calls?"),
        ({"goal": "٤٠"}, "How many calls?"),
        ({"hours": "closed"}, "Say in which hours"),
        ({"hours": "9-12, 1-5"}, "One stretch of the day"),
        ({"share": "501"}, "A number from 1 to 500, or nothing."),
        ({"wave-0-hours": "soon"}, "Enter hours like"),
        ({"wave-0-letters": "1-9"}, "A letter or two"),
        ({"wave-2-people": "Nobody Atall"}, "We do not know “Nobody Atall”"),
        ({"wave-2-people": "x" * 10_000}, "We do not know"),
        ({"wave-2-people": "John Velis"}, "does not call John Velis"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(sets, session, fields, told):
    answer = sets(**{"wave-0-name": HOSTILE} | fields)
    page = unescape(answer.text)
    assert (answer.status_code, told in page, "<script>alert(1)" in answer.text) == (422, True, False)
    assert "Zoë B." in page
    assert session.scalars(select(ActionDay)).all() == []


def test_two_on_one_day_are_refused_and_what_was_typed_stays(sets, session):
    sets()
    again = sets(goal="777")
    assert (again.status_code, 'value="777"' in again.text) == (409, True)
    assert len(session.scalars(select(ActionDay)).all()) == 1


def test_it_is_changed_canceled_and_taken_back_each_once(sets, signed_in, the_day, at):
    here = sets().location.partition("?")[0]
    assert sets(here, goal="900").status_code == 303
    assert the_day().goal == 900
    for move, is_canceled in (("cancel", True), ("cancel", True), ("restore", False), ("restore", False)):
        page = signed_in.follows(here, f"{here}/{move}")
        assert (the_day().canceled_at is not None, "It is canceled." in page) == (is_canceled, is_canceled)


def test_what_somebody_else_made_of_it_meanwhile_is_not_written_over(sets, signed_in, the_day):
    here = sets().location.partition("?")[0]
    seen = hidden_fields(signed_in.reads(here), here)["seen"]
    sets(here, goal="900")
    late = sets(here, goal="901", seen=seen)
    assert (late.status_code, the_day().goal) == (409, 900)
    assert "Somebody else changed the same meanwhile" in late.text
    assert 'value="901"' in late.text
    now_seen = hidden_fields(late.text, here)["seen"]
    assert sets(here, goal="901", seen=now_seen).status_code == 303


def test_one_of_another_campaign_is_not_found(sets, signed_in, at):
    assert signed_in.opens(f"{at}/{2**70}").status_code == 404
    assert signed_in.opens(f"{at}/999").status_code == 404


def test_before_any_was_set_the_page_says_what_to_do(signed_in, at):
    assert "No day of action was set yet." in signed_in.reads(at)


def test_how_many_came_by_a_link_is_not_told_where_it_was_joined_with_others(signed_in, session, campaign, at):
    """Not that nobody came: once the day is sealed, links of few calls are one number."""
    made = day_of_action(session, campaign, sharers=("Ana", "Flyer"))
    day = {"day": date.fromisoformat(THE_DAY), "booked": date.fromisoformat(THE_DAY), "seconds": 0}
    cells = {(CountedBy.CALLS, ""): 40, (CountedBy.SOURCE, "ana"): 12, (CountedBy.SOURCE, "flyer"): 3}

    def writes(**joined):
        for (dimension, value), calls in (
            cells | {(CountedBy.SOURCE, it): many for it, many in joined.items()}
        ).items():
            session.merge(CountOfDay(campaign_id=campaign, dimension=dimension, value=value, calls=calls, **day))
        session.commit()
        return unescape(signed_in.reads(f"{at}/{made}"))

    shown = re.compile(r"(Ana|Flyer) <span class=\"hint\">([^:<]+)")
    assert shown.findall(writes(**{"": 25})) == [("Ana", "12 calls that day"), ("Flyer", "3 calls that day")]
    del cells[CountedBy.SOURCE, "flyer"]
    session.execute(delete(CountOfDay).where(CountOfDay.value.in_(["flyer", ""]), CountOfDay.dimension == "source"))
    page = writes(**{JOINED: 28})
    assert shown.findall(page) == [("Ana", "12 calls that day"), ("Flyer", "not told apart any more")]
    assert "few calls or none, joined with those of other links" in page
