"""No form counts that no page of ours made for this very session, whatever address it is sent to."""

import re

import pytest

from app.guard.route_classes import ORGANIZER, SIGN_IN
from app.guard.routes import class_of
from models import AuditEvent
from tests.organizers.conftest import CSRF, Organizer

SIGN_OUT = "/sign-out"  # asks whether it was meant
BLANK = re.compile(r"<(int:)?\w+>")


def addresses(app):
    """Every address to which somebody of the team, or who wants to be, sends a form."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in rule.methods]
    ours = [rule.rule for rule in rules if class_of(app, rule.endpoint) in {ORGANIZER, SIGN_IN}]
    return [BLANK.sub(lambda blank: "1" if blank[1] else "x", address) for address in ours]


@pytest.fixture
def token_of_another(app, organizer):
    """What a form of another browser carries."""
    return CSRF.search(Organizer(app.test_client()).reads("/sign-in"))[1]


@pytest.fixture
def acts(session):
    """How much the audit log tells."""
    return lambda: session.query(AuditEvent).count()


def test_without_a_token_no_form_does_anything(app, signed_in, acts):
    before = acts()
    answers = {address: signed_in.sends(address).status_code for address in addresses(app)}
    assert len(answers) > 40
    assert {address: status for address, status in answers.items() if status != 400} == {SIGN_OUT: 200}
    assert acts() == before


def test_with_the_token_of_another_session_none_does_either(app, signed_in, token_of_another, acts):
    before = acts()
    answers = {at: signed_in.sends(at, csrf_token=token_of_another).status_code for at in addresses(app)}
    assert {address: status for address, status in answers.items() if status != 400} == {SIGN_OUT: 200}
    assert acts() == before


def test_whoever_is_signed_out_sends_none_with_the_token_of_another(app, organizer, token_of_another, acts):
    answers = {at: organizer.sends(at, csrf_token=token_of_another).status_code for at in addresses(app)}
    assert set(answers.values()) <= {302, 400}, answers
    assert acts() == 0
