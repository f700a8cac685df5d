"""What went wrong on a call after it was placed, and how one learns of it."""

import pytest
from twilio.base.exceptions import TwilioException

from app.telephony.local_network import Faults, Refusal


@pytest.fixture
def failed(ring, supporter):
    """A call that was placed and then failed of a code of the carrier's."""
    supporter.is_unreachable(error=32205)
    return ring(twiml="<Response/>")


def test_the_code_is_in_the_calls_notifications_and_in_the_alerts(failed, client):
    (notification,) = client.calls(failed.sid).notifications.list()
    (alert,) = client.monitor.v1.alerts.list(log_level="error")
    assert (failed.status, notification.error_code, notification.log) == ("failed", "32205", "0")
    assert (alert.error_code, alert.resource_sid, alert.sid) == ("32205", failed.sid, notification.sid)
    assert notification.message_date == alert.date_generated


def test_warnings_are_asked_for_by_themselves(failed, client):
    assert client.notifications.list(log=1) == client.monitor.v1.alerts.list(log_level="warning") == []
    assert len(client.notifications.list(log=0)) == 1


def test_a_call_that_is_none_has_no_notifications(network, client):
    with pytest.raises(TwilioException, match="20404"):
        client.calls("CA" + "1" * 32).notifications.list()


def test_a_call_can_be_refused_with_any_code(network, client, refused, hotline):
    network.suffer(Faults(refuse=Refusal(400, code=21214)))
    place = client.calls.create
    assert refused(lambda: place(to="+16175550123", from_=hotline, twiml="<Response/>")) == (400, 21214)
    network.suffer(Faults(refuse=Refusal(400)))
    assert refused(lambda: place(to="+16175550123", from_=hotline, twiml="<Response/>")) == (400, 20001)
