"""A carrier that answers with whatever it likes: each page says what did not happen, and nothing is bought for sure."""

import json

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from app.carrier_setup.kept import Credentials, keep_credentials
from models import NumberBought
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.carrier.conftest import PATH
from tests.organizers.conftest import CSRF
from tests.world.carrier.server import CarrierServer

NUMBER = "+16175550199"
LISTS = ("incoming_phone_numbers", "available_phone_numbers", "outgoing_caller_ids", "phone_number_prices", "calls")
STRANGE = {
    "a page": (200, "<html><body>502 Bad Gateway</body></html>"),
    "nothing in it": (200, "{}"),
    "empty things": (200, json.dumps({"status": "up", "balance": "much", **{name: [{}] for name in LISTS}})),
    "no numbers": (200, json.dumps({"status": "active", "balance": "NaN", **dict.fromkeys(LISTS, 7)})),
}


@pytest.fixture
def server():
    with CarrierServer().running() as server:
        yield server.answers(200, "{}")


@pytest.fixture
def settings(settings, server):
    return settings.model_copy(update={"twilio_api_base_url": server.url, "carrier_timeout_seconds": 5})


@pytest.fixture
def asks(signed_in, session, app):
    """What a page says, or what comes of a form on it; the account is set up."""
    own, token = app.extensions["ringdown"], CSRF.search(signed_in.reads(f"{PATH}/account"))[1]
    meant = Credentials(ACCOUNT_SID, SecretStr(AUTH_TOKEN))
    keep_credentials(session, own.vault, meant, by="ana@example.org", now=own.clock())
    session.commit()
    own.account.changed()

    def asks(path, **form):
        answer = signed_in.sends(path, csrf_token=token, **form) if form else signed_in.opens(path)
        return answer.status_code, answer.text

    return asks


@pytest.mark.parametrize("answer", STRANGE.values(), ids=STRANGE)
def test_no_page_breaks_by_it(asks, server, campaign, session, answer):
    server.answers_from_now_on(*answer)
    assert asks(f"{PATH}/numbers")[0] == 200
    assert asks(f"/organizers/campaigns/{campaign}/number")[0] == 200
    assert asks(f"{PATH}/buy?area_code=617")[0] in {200, 502}
    assert asks(f"{PATH}/buy/confirm", number=NUMBER)[0] == 502
    status, page = asks(f"{PATH}/buy", number=NUMBER)
    assert (status, "nobody knows yet whether the number is yours" in page) == (409, True)
    assert session.scalars(select(NumberBought.bought_at)).all() == [None]
    assert asks(PATH, look="again")[0] == 303


def test_a_refusal_is_told_as_one(asks, server, campaign):
    server.answers_from_now_on(401, {"code": 20003, "message": "no", "status": 401})
    for path, form in (
        (f"{PATH}/buy?area_code=617", {}),
        (f"{PATH}/buy/confirm", {"number": NUMBER}),
        (f"/organizers/campaigns/{campaign}/number", {"number": "+16175550100"}),
    ):
        assert "(error 20003). Copy the account SID" in asks(path, **form)[1]
    assert "The carrier did not say which numbers" in asks(f"/organizers/campaigns/{campaign}/number")[1]
    asks(f"{PATH}/permissions", only="ours")
    assert "The carrier refuses the account (20003)" in asks(PATH)[1]


def test_an_account_whose_word_for_itself_we_do_not_know_is_tried(asks, server):
    server.answers_from_now_on(200, {"status": "enabled", "friendly_name": "Neighbors"})
    asks(PATH, look="again")
    page = asks(PATH)[1]
    assert "Neighbors" in page
    assert "The carrier has suspended the account" not in page
