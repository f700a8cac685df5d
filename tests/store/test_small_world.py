"""The small world of the tests is the same for each of them, in whatever order they run."""

import pytest

from models import Call, CallSource, CallStatus


@pytest.mark.parametrize("nth", range(2))
def test_calls_count_from_one_though_one_was_taken_back_before(session, campaign, nth):
    call = Call(campaign_id=campaign, campaign_version=1, source=CallSource.WEB, status=CallStatus.REQUESTED)
    session.add(call)
    session.flush()
    assert call.id == 1
    session.rollback()
