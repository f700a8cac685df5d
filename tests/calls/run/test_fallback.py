"""A call that we place names whoever answers the carrier when this server does not."""

from dataclasses import replace

import pytest

from app.calls.run.ring import ring
from models import CarrierSetup
from tests.world.one_unit import kept

ELSEWHERE = "https://example.org/sorry"


@pytest.fixture
def own(own, session):
    """What the app was given; a document elsewhere is set up."""
    session.add(CarrierSetup(fallback_url=ELSEWHERE))
    session.commit()
    own.account.changed()
    yield own
    own.account.changed()


def test_it_is_the_document_elsewhere_where_one_is_set_up(own, ringing, session, carrier_server, call):
    carrier_server.answers()
    kept(session, lambda work: ring(work, call.id, replace(ringing, voice_urls=own.urls_to_ring)))
    assert carrier_server.asked[0][2]["FallbackUrl"] == [ELSEWHERE]


def test_a_rehearsal_asks_nobody_elsewhere(own):
    assert replace(own, rehearsal=True).urls_to_ring(1).fallback().endswith("/fallback")
