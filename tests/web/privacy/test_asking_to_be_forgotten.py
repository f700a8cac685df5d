"""“Have your number forgotten”: the number is rung, a key there forgets it, and the page tells nothing of anybody."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from app.clock import utc_now
from app.extensions import given
from app.privacy.holding.change import Wanted, begin_hold
from models import Call, CallSource, CallStatus, CampaignState
from tests.world.campaign.campaigns import change_campaign
from tests.world.carrier.signed_sender import SignedSender
from tests.world.one_unit import kept
from tests.world.people.supporter import Supporter

PHONE = "617 555 0123"
TOKEN = re.compile(r'name="token" value="([^"]+)"')


@pytest.fixture
def asks(client, campaign):
    """Somebody types a number into the form, as it stands on the page."""

    def asks(phone=PHONE, **more):
        token = TOKEN.search(client.get("/privacy/forget").text)[1]
        return client.post("/privacy/forget", data={"phone": phone, "token": token, **more})

    return asks


@pytest.fixture
def placed(session):
    """The calls that were placed so."""
    return lambda: session.scalars(select(Call).where(Call.source == CallSource.FORGETTING)).all()


def test_the_number_is_rung(asks, placed):
    answer = asks()
    assert (answer.status_code, answer.location) == (303, "/privacy/forget/asked")
    assert [call.status for call in placed()] == [CallStatus.REQUESTED]


def test_a_key_on_that_phone_forgets_it(app, client, asks, placed, session):
    before = Supporter(client).asks_to_be_called(phone=PHONE)
    session.execute(Call.__table__.update().values(status="completed", ended_at="2026-01-01"))
    session.commit()
    asks()
    call = placed()[0]
    carrier = SignedSender(app, call.id)
    assert "asked us to forget" in carrier.asks("answered").text
    assert "Nothing here leads to this number" in carrier.asks("after/confirm_forget/0/1", Digits="6").text
    session.expire_all()
    assert before.status_code == 303
    assert session.scalars(select(Call).where(Call.phone_hash.is_not(None))).all() == []


@pytest.fixture
def held(session, campaign):
    """A legal hold of the campaign."""
    wanted = Wanted("A subpoena.", date(2027, 3, 3), "ana@example.org")
    kept(session, lambda work: begin_hold(work.session, given().vault.days.holds, campaign, wanted, utc_now()))


@pytest.mark.usefixtures("held")
def test_who_presses_it_hears_of_what_a_court_asks_for(app, client, asks, placed, session):
    Supporter(client).asks_to_be_called(phone=PHONE)
    session.execute(Call.__table__.update().values(status="completed", ended_at="2026-01-01"))
    session.commit()
    asks()
    carrier = SignedSender(app, placed()[0].id)
    carrier.asks("answered")
    said = carrier.asks("after/confirm_forget/0/1", Digits="6").text
    assert ("a court or an authority asks for" in said, "Nothing here leads" in said) == (True, False)


@pytest.mark.usefixtures("held")
def test_who_has_no_other_call_there_hears_that_all_is_gone(app, asks, placed, session):
    asks()
    carrier = SignedSender(app, placed()[0].id)
    carrier.asks("answered")
    assert "Nothing here leads" in carrier.asks("after/confirm_forget/0/1", Digits="6").text
    session.expire_all()
    assert (placed()[0].phone_encrypted, placed()[0].phone_hash) == (None, None)


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("path", ["/privacy", "/privacy/forget", "/privacy/forget/asked"])
@pytest.mark.parametrize(
    ("language", "until"),
    [("en", "March 3, 2027"), ("es", "3 de marzo de 2027"), ("pt", "3 de março de 2027"), ("zh_Hans", "2027年3月3日")],
)
def test_pages_name_the_campaign_and_the_day(client, path, language, until):
    assert until in client.get(f"{path}?language={language}").text


def test_where_nothing_is_held_no_page_speaks_of_a_campaign(client, campaign):
    assert "Kept by law" not in client.get("/privacy").text + client.get("/privacy/forget").text


def test_whoever_had_not_asked_keeps_it(app, asks, placed, session):
    asks()
    carrier = SignedSender(app, placed()[0].id)
    carrier.asks("answered")
    assert "Then nothing changes" in carrier.asks("after/confirm_forget/0/1", Digits="1").text
    session.expire_all()
    assert placed()[0].phone_hash is not None


def test_the_page_is_the_same_where_nobody_is_rung(asks, placed):
    first = [asks().location for _ in range(3)]
    assert (len(placed()), len(set(first))) == (1, 1)


def test_a_visitor_asks_three_times_a_day(asks):
    answers = [asks(f"617 555 013{nth}").status_code for nth in range(4)]
    assert answers == [303, 303, 303, 422]


@pytest.mark.parametrize(("phone", "why"), [("", "Enter your phone number"), ("abc", "in digits"), ("911", "not ring")])
def test_what_is_no_number_is_said(asks, phone, why):
    answer = asks(phone)
    assert (answer.status_code, why in answer.text) == (422, True)


def test_the_form_of_another_site_rings_nobody(client, campaign, placed):
    answer = client.post("/privacy/forget", data={"phone": PHONE, "token": "forged"})
    assert (answer.status_code, placed()) == (422, [])


def test_where_no_campaign_rings_it_says_how_else(client, session, campaign):
    change_campaign(session, state=CampaignState.PAUSED)
    page = client.get("/privacy/forget").text
    assert "Nobody is rung just now" in page
    assert 'name="phone"' not in page
