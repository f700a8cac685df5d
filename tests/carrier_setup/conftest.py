"""A server whose environment names no account with the carrier."""

import pytest
from pydantic import SecretStr
from twilio.request_validator import RequestValidator

from app.carrier_setup.kept import Credentials, keep_credentials
from app.store.db import db
from app.telephony.signature import signed_url
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN

NOTHING_SET = {"twilio_account_sid": "", "twilio_auth_token": SecretStr("")}
PATH = "/voice/reached"


@pytest.fixture
def bare(another_app, settings):
    """The app as such a server runs it."""
    return another_app(**NOTHING_SET)


@pytest.fixture
def at_hand(bare):
    """What the app was given."""
    return bare.extensions["ringdown"]


@pytest.fixture
def keep(bare, at_hand):
    """Sets the account up here; another clock may be used."""

    def keep(token=AUTH_TOKEN, sid=ACCOUNT_SID, now=None, tells=True):
        with bare.app_context():
            given = Credentials(sid, SecretStr(token))
            keep_credentials(db.session, at_hand.vault, given, by="ana@example.org", now=now or at_hand.clock())
            db.session.commit()
        if tells:
            at_hand.account.changed()

    return keep


@pytest.fixture
def carrier_asks(bare, settings):
    """What a request that is signed with this token is answered."""

    def asks(token=AUTH_TOKEN, path=PATH, sid=ACCOUNT_SID):
        form = {"AccountSid": sid, "CallSid": "CA1", "Nonce": "one"}
        url = signed_url(settings.public_base_url, path)
        headers = {"X-Twilio-Signature": RequestValidator(token).compute_signature(url, form)}
        return bare.test_client().post(path, data=form, headers=headers).status_code

    return asks
