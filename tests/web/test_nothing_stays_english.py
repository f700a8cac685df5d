"""On a Chinese page every text is Chinese, but names: whatever is forgotten in a template shows in its letters."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from app import create_app
from app.calls.life.status import move_call
from app.calls.queue.claim import rest_line
from app.representatives import town_names
from app.serving.crowd import telling
from app.store.db import close_db
from models import Call, CallStatus, CampaignState, EventSource, OfficeHolder, WhomToCall
from tests.world.calls import office_of
from tests.world.campaign.campaigns import change_campaign
from tests.world.carrier.signed_sender import SignedSender
from tests.world.people.supporter import Supporter
from tests.world.read_text import texts_of

pytestmark = pytest.mark.usefixtures("campaign")

PAGE = "/c/safe-communities"
SATURDAY = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LETTERS = re.compile(r"[A-Za-z]{2,}")

# Names of districts; the title of the document also has the campaign's own headline.
NAMED = re.compile(r"^\d+(st|nd|rd|th) [A-Z][a-z]+|^[A-Z][a-z]+(,| and) |^Ask your representative to pass the Safe ")


@pytest.fixture
def supporter(client):
    client.set_cookie("language", "zh_Hant")
    return Supporter(client)


@pytest.fixture
def campaign_is(session):
    def changed(**columns):
        change_campaign(session, **columns)

    return changed


@pytest.fixture
def english_on(session):
    """Texts with letters of ours that hold no Chinese and are no name of anybody or of any town."""
    names = {*session.scalars(select(OfficeHolder.name)), *town_names(), "Dorchester", "Ringdown"}

    def english_on(page):
        texts = [text for text in texts_of(page) if LETTERS.search(text) and not CHINESE.search(text)]
        return [text for text in texts if text not in names and not NAMED.search(text)]

    return lambda page: english_on(page if isinstance(page, str) else page.text)


def test_english_would_be_found(client, english_on):
    page = client.get(PAGE).text.replace(' lang="en"', "")
    assert {"Your phone number", "Call me now", "Why it matters"} <= set(english_on(page))


def test_on_the_page_of_what_is_kept(client, supporter, english_on):
    assert english_on(client.get("/privacy")) == []


def test_on_the_campaigns_page(supporter, english_on):
    assert english_on(supporter.opens_the_page()) == []


@pytest.mark.parametrize("rule", [WhomToCall.BOTH, WhomToCall.SENATOR, WhomToCall.LISTED, WhomToCall.OWN_THEN_LISTED])
def test_on_the_page_of_every_kind_of_campaign(supporter, campaign_is, rule, english_on):
    campaign_is(whom_to_call=rule)
    assert english_on(supporter.opens_the_page()) == []


@pytest.mark.parametrize("state", [CampaignState.PAUSED, CampaignState.ARCHIVED])
def test_on_the_page_of_a_campaign_that_rings_nobody(supporter, campaign_is, state, english_on):
    campaign_is(state=state)
    assert english_on(supporter.opens_the_page()) == []


@pytest.mark.parametrize(
    "typed",
    [
        {"phone": "", "town": "", "consent": "", "token": ""},
        {"phone": "12", "town": "x" * 150},
        {"town": "Xyzzyville"},
        {"town": "Acton"},
        {"town": "Acton", "zip": ""},
        {"town": "Acton", "zip": "02139"},
        {"town": "Boston", "address": "12 Example St"},
        {"town": "02130"},
        {"town": "Worchester"},
        {"town": "Leverett"},
        {"town": "Nashua"},
        {"town": "03060"},
        {"town": "Taunton", "district": "25012"},
    ],
)
def test_on_the_answer_to_a_form(supporter, typed, english_on):
    page = supporter.asks_to_be_called(**typed)
    assert page.status_code in {200, 409, 422}
    assert english_on(page) == []


@pytest.mark.parametrize("path", ["/nowhere", f"{PAGE}/call/x", "/"])
def test_on_an_error_page(supporter, campaign_is, path, english_on):
    campaign_is(state=CampaignState.ARCHIVED)
    assert english_on(supporter.client.get(path)) == []


def test_where_somebody_dials(supporter, english_on):
    assert english_on(supporter.client.get(supporter.asks_to_be_called(dial="1").location)) == []


def test_while_the_office_is_closed(settings, english_on):
    night = create_app(settings.model_copy(update={"always_open": False}), clock=lambda: SATURDAY)
    client = night.test_client()
    client.set_cookie("language", "zh_Hant")
    page = Supporter(client).asks_to_be_called()
    close_db(night)
    assert "11月30日星期一上午9:00" in page.text
    assert english_on(page) == []


def test_all_through_a_call(app, supporter, session, english_on):
    page = supporter.asks_to_be_called().location.partition("#")[0]
    call_id = session.scalars(select(Call.id)).one()
    seen = [supporter.client.get(page)]
    move_call(session, call_id, CallStatus.DIALING, source=EventSource.WORKER)
    session.commit()
    carrier = SignedSender(app, call_id)
    carrier.reports("ringing", 1, at=0)
    seen.append(supporter.client.get(page))
    carrier.asks("answered")
    carrier.asks("after/greeting/0/1", Digits="1")
    seen.append(supporter.client.get(page))
    carrier.asks("after/script/0/2", Digits="1")
    carrier.reports("in-progress", 2, office=True, at=66)
    seen.append(supporter.client.get(page))
    carrier.reports("completed", 3, office=True, at=108, CallDuration="42")
    carrier.reports("completed", 9, at=120, CallDuration="110")
    seen.append(supporter.client.get(page))
    supporter.client.post(f"{page}/feedback", data={"outcome": "contact", "stance": "yes"})
    seen.append(supporter.client.get(page))
    assert [english_on(one) for one in seen] == [[]] * 6
    assert "您說：" in seen[-1].text


def test_on_a_call_to_several(supporter, campaign_is, english_on):
    campaign_is(whom_to_call=WhomToCall.BOTH)
    page = supporter.client.get(supporter.asks_to_be_called().location)
    assert "州參議員 John Velis" in page.text
    assert english_on(page) == []


def test_with_the_database_away(another_app, english_on):
    client = another_app(database_url="postgresql://postgres@127.0.0.1:9/none").test_client()
    client.set_cookie("language", "zh_Hant")
    assert english_on(client.post(f"{PAGE}/call", data={"phone": "1", "town": "Acton"})) == []


def test_where_very_many_wait(supporter, session, english_on):
    rest_line(session, office_of(session).number, datetime.now(UTC), timedelta(minutes=30))
    session.commit()
    page = supporter.asks_to_be_called()
    assert "輪到您還要大約30" in page.text
    assert english_on(page) == []


def test_where_very_many_are_here_at_once(app, english_on):
    with telling(7):
        page = FlaskClient(app, app.response_class).get(PAGE, headers={"Accept-Language": "zh-TW"})
    assert (page.status_code, english_on(page)) == (503, [])


def test_while_it_is_asked_whether_to_keep_a_place(supporter, session, english_on):
    page = supporter.asks_to_be_called().location
    session.execute(update(Call).values(ring_until=datetime(2026, 1, 1, tzinfo=UTC)))
    session.commit()
    assert "保留我的位置" in supporter.client.get(page).text
    assert english_on(supporter.client.get(page)) == []


def test_what_a_campaign_translated_and_what_stays_english_are_marked(supporter):
    page = supporter.opens_the_page().text
    assert '<h1 lang="zh-Hant">' in page
    assert '<div class="words" lang="en">' in page
