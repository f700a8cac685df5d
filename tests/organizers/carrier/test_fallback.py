"""A document elsewhere speaks for us where this server does not answer; its address is tried before it is kept."""

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from models import CarrierSetup
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.organizers.carrier.conftest import PATH
from tests.organizers.conftest import Organizer


def test_the_page_has_the_text_to_paste(signed_in):
    assert "We are sorry: our service does not answer just now." in signed_in.reads(f"{PATH}/fallback")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://127.0.0.1:9/x", "There was no answer within five seconds"),
        ("ftp://example.org", "begins with https://"),
        ("https://example.org/" + "x" * 300, "too long"),
    ],
)
def test_an_address_that_gives_none_is_not_kept_and_stays_typed(sends, session, url, sentence):
    page = sends("/fallback", url=url)
    assert (page.status_code, sentence in page.text, url[:100] in page.text) == (422, True, True)
    assert session.scalars(select(CarrierSetup.fallback_url)).all() in ([], [""])


def test_without_an_address_none_is_used(sends, session):
    session.add(CarrierSetup(fallback_url="https://example.org/bin"))
    session.commit()
    assert sends("/fallback", url="").location.endswith("done=no-fallback")
    assert sends("/fallback", url="").location.endswith("done=same")


@pytest.mark.parametrize(("url", "is_offered"), [("https://api.example.org", True), ("http://127.0.0.1:9", False)])
def test_it_is_offered_where_the_carrier_is_outside_alone(another_app, organizer, url, is_offered):
    account = {"twilio_account_sid": ACCOUNT_SID, "twilio_auth_token": SecretStr(AUTH_TOKEN)}
    there = Organizer(another_app(twilio_api_base_url=url, **account).test_client())
    there.signs_in()
    assert ("When this server does not answer" in there.reads(PATH)) is is_offered
