"""A call that the account asks for, and what it is refused with."""

import pytest
from twilio.base.exceptions import TwilioRestException

LISTEN = "<Response><Pause length='5'/></Response>"


@pytest.fixture
def place(client, hotline):
    """Ask for a call to the supporter; returns the code of the refusal, None where it is placed."""

    def place(to="+16175550123", from_=hotline):
        try:
            client.calls.create(to=to, from_=from_, twiml=LISTEN)
        except TwilioRestException as refused:
            return refused.code
        return None

    return place
