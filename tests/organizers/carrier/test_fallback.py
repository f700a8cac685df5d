"""A document elsewhere speaks for us where this server does not answer; its address is tried before it is kept."""

import pytest
from sqlalchemy import select

from models import CarrierSetup
from tests.organizers.carrier.conftest import PATH


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
