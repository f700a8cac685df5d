"""What the carrier keeps of calls, on its page: what could not be deleted stands there with its reason."""

import pytest

from app.clock import utc_now
from models import AuditEvent, CarrierRecord, WhyKept
from tests.organizers.carrier.conftest import PATH

pytestmark = pytest.mark.usefixtures("set_up")


def left(session, **what):
    """A record that is still there."""
    session.add(CarrierRecord(**{"sid": f"CA{session.query(CarrierRecord).count():032d}", "due_at": utc_now()} | what))
    session.commit()


def test_where_nothing_is_left_the_page_says_so(signed_in):
    assert "Nothing is left to delete." in signed_in.reads(PATH)


def test_each_reason_stands_there_once_with_how_many(signed_in, session):
    for _ in range(2):
        left(session, why=WhyKept.REFUSED, code=20004, due_at=None, tries=12)
    left(session, why=WhyKept.BUSY)
    left(session)
    page = signed_in.reads(PATH)
    assert [it in page for it in ("2 still there since", "1 still there since", "1 still there.")] == [True] * 3
    assert ("Its code is 20004. It is asked no more." in page, "It is asked again by itself." in page) == (True, True)


def test_an_admin_has_it_asked_again(signed_in, sends, session):
    left(session, why=WhyKept.REFUSED, due_at=None, tries=12)
    assert "Ask again now" in signed_in.reads(PATH)
    assert sends("/records").location.endswith("done=asked-again")
    one = session.query(CarrierRecord).populate_existing().one()
    assert (one.tries, one.due_at is None) == (0, False)
    assert session.query(AuditEvent).filter_by(subject="the carrier's records of calls").count() == 1


def test_asked_twice_is_no_news(sends, session):
    sends("/records")
    assert session.query(AuditEvent).filter_by(subject="the carrier's records of calls").count() == 0
