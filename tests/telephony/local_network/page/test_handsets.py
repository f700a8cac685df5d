"""What the handset page asks and says, as JSON, on a phone operated by hand."""

import pytest
import requests

from tests.world.patience import PATIENCE, eventually


@pytest.fixture
def held(network, supporter):
    """Time stands still, so that a hand is never too slow."""
    supporter.is_operated_by_hand()
    with network.standing_still():
        yield


@pytest.fixture
def ringing(network, held, client, app, hotline):
    """A call that rings at the supporter's handset."""
    app.pages["/voice"] = '<Response><Gather input="dtmf speech" numDigits="1" action="/next"/></Response>'
    return client.calls.create(to="+16175550123", from_=hotline, url=f"{app.url}/voice")


@pytest.fixture
def do(network):
    def post(path, headers=None, **form):
        return requests.post(f"{network.url}/phones/{path}", json=form, headers=headers, timeout=PATIENCE).status_code

    return post


@pytest.fixture
def events(network):
    def after(number=0):
        return requests.get(f"{network.url}/phones/events", params={"after": number}, timeout=PATIENCE).json()

    return after


def test_a_ringing_phone_is_shown(ringing, events, hotline):
    leg = events()["legs"][0]
    assert (leg["role"], leg["status"], leg["other"], leg["over"]) == ("supporter", "ringing", hotline, False)


def test_answering_and_pressing_a_key(ringing, do, events, app):
    assert do(f"{ringing.sid}/answer") == 204
    eventually(lambda: events()["legs"][0]["listening"])
    do(f"{ringing.sid}/press", key="1")
    assert eventually(lambda: app.at("/next"))[0]["Digits"] == "1"


def test_saying_something(network, ringing, do, events):
    do(f"{ringing.sid}/answer")
    do(f"{ringing.sid}/say", text="Good evening")
    assert network.transcript()[0].text == "Good evening"


def test_declining(ringing, do):
    do(f"{ringing.sid}/hang-up")
    assert ringing.fetch().status == "busy"


@pytest.mark.usefixtures("held")
def test_dialling_the_hotline(do, events, hotline, network):
    network.connect_number(hotline, f"{network.url}/hotline")
    assert do("dial", **{"from": "+16175550142", "to": hotline}) == 200
    assert events()["legs"][0]["inbound"]


def test_where_nothing_is_new_nothing_is_sent(network, ringing, do):
    def asks(**headers):
        return requests.get(f"{network.url}/phones/events", params={"after": 7}, headers=headers, timeout=PATIENCE)

    tag = asks().headers["ETag"]
    again = asks(**{"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    do(f"{ringing.sid}/hang-up")
    assert asks(**{"If-None-Match": tag}).json()["legs"][0]["over"]


def test_the_page_asks_only_for_what_is_new(ringing, do, events):
    cursor = events()["cursor"]
    assert events(cursor)["entries"] == []
    do(f"{ringing.sid}/answer")
    do(f"{ringing.sid}/say", text="Hello")
    assert "Hello" in [entry.get("text") for entry in events(cursor)["entries"]]


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://example.org"}, {"Host": "example.org"}]
)
def test_other_pages_cannot_operate_the_phones(ringing, do, headers):
    assert do(f"{ringing.sid}/answer", headers) == 403
    assert ringing.fetch().status == "ringing"


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [("{}/press", {"key": "x"}, 400), ("{}/say", {}, 400), ("CAnone/answer", {}, 404), ("dial", {"to": "1"}, 404)],
)
def test_nonsense_is_refused(ringing, do, path, form, status):
    assert do(path.format(ringing.sid), **form) == status


def test_the_page_is_served_with_a_strict_policy(network):
    page = requests.get(network.url, timeout=PATIENCE)
    assert "Simulation: no telephone is used." in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
