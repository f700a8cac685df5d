"""An account that is suspended or unpaid can be called by nobody: no page offers a number that is ours."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.guard.phone_vault import PHONE
from models import Call, CallStatus, Concerns, PlacingPause
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")
DIALS = f"tel:{CAMPAIGN_NUMBER}"


@pytest.fixture
def refuses(session, app):
    """The carrier refuses for this."""

    def refuses(code, until=None):
        now = app.extensions["ringdown"].clock()
        row = {"concerns": Concerns.ACCOUNT, "about": "", "code": code, "misses": 1, "since": now, "until": until}
        session.add(PlacingPause(**row))
        session.commit()

    return refuses


@pytest.fixture
def dial_page(client):
    """The page with the number to dial, which was opened before."""
    address = Supporter(client).asks_to_be_called(dial="1").location
    return lambda part="": client.get(f"{address}{part}").text


@pytest.mark.parametrize("part", ["", "/progress"])
def test_whoever_is_about_to_dial_reads_that_it_is_in_vain(dial_page, refuses, part):
    assert DIALS in dial_page(part)
    refuses(20005)
    page = dial_page(part)
    assert DIALS not in page
    assert "Our number cannot be called just now" in page


def test_an_account_with_a_wrong_token_can_still_be_called(dial_page, refuses):
    refuses(20003)
    assert DIALS in dial_page()


def test_it_is_offered_again_once_it_may_be_over(app, dial_page, refuses):
    refuses(20005, until=app.extensions["ringdown"].clock() - timedelta(seconds=1))
    assert DIALS in dial_page()


def test_whoever_agreed_on_a_time_is_not_told_to_dial(client, session, refuses, app):
    page = Supporter(client).asks_to_be_called().location.removesuffix("#main")
    now = app.extensions["ringdown"].clock()
    agreed = {"status": CallStatus.SCHEDULED, "ring_at": now, "ring_until": now + timedelta(hours=1)}
    session.execute(update(Call).values(**agreed, waits_for=None, waits_since=None))
    session.commit()
    assert "dial that number" in client.get(page).text
    refuses(10001)
    assert "dial that number" not in client.get(page).text


def test_the_campaigns_page_then_offers_own_phones_alone(client, refuses):
    assert "Call me now" in Supporter(client).opens_the_page().text
    refuses(20005)
    page = Supporter(client).opens_the_page().text
    assert "Show me whom to call" in page
    assert [words for words in ("Call me now", "Dial our number", "555-0100") if words in page] == []


def test_whoever_clicked_a_page_from_before_is_led_to_the_offices_number(client, session, refuses):
    supporter = Supporter(client)
    form = supporter.form()
    refuses(20003)
    shown = client.get(supporter.sends(form).location).text
    assert "Representative Pat Duffy" in shown
    assert 'href="tel:+1617' in shown
    assert session.scalars(select(Call)).all() == []


def test_so_is_whoever_alone_may_not_be_rung(client, session, app):
    own = app.extensions["ringdown"]
    about = own.vault.fingerprint("+16175550123", purpose=PHONE).hex()
    row = {"concerns": Concerns.NUMBER, "about": about, "code": 21219, "misses": 1, "since": own.clock()}
    session.add(PlacingPause(**row))
    session.commit()
    answer = Supporter(client).asks_to_be_called()
    assert 'href="tel:+1617' in client.get(answer.location).text
    assert session.scalars(select(Call)).all() == []
