"""A test call in the carrier's hands: which one it is, what it has reached, what is said next."""

from flask import Response

from app.carrier_setup.test_call.ringing import PURPOSE, TestUrls
from app.carrier_setup.test_call.stops import What, reach
from app.extensions import given
from app.guard.tokens import BadTokenError
from app.store.db import db
from app.store.unit import unit
from app.voice.replies import Verbs, twiml
from models import TestCall

TEST = "/test/<token>"


def call_of(token: str) -> TestCall | None:
    """The test call that the token in the URL stands for."""
    try:
        return db.session.get(TestCall, int(given().tokens.read(PURPOSE, token)))
    except BadTokenError:
        return None


def reached(call: TestCall, stop: What, **known: str | int | None) -> None:
    """Tick a stop off, and keep what else is known."""
    with unit(db.session) as work:
        reach(work.session, call.id, stop, given().clock(), **known)


def say(verbs: Verbs, call: TestCall, then: str) -> Response:
    """Say this, and then ask another of the call's URLs."""
    return twiml(verbs, next_url=urls().at(call.id, then))


def urls() -> TestUrls:
    """Where test calls are asked and told about."""
    return TestUrls(given().settings.public_base_url, given().tokens)
