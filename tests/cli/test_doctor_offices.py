"""`flask doctor` names offices that are old, and seats that should be filled by now."""

from datetime import UTC, date, datetime, time

import pytest
from pydantic import SecretStr

from app import create_app
from app.store.db import close_db

NO_CARRIER = {
    "twilio_account_sid": "",
    "twilio_auth_token": SecretStr(""),
    "twilio_api_base_url": "https://api.twilio.com",
}


@pytest.fixture
def doctor_on(settings):
    """What the doctor says on another day."""

    def doctor_on(day):
        now = datetime.combine(day, time(12), UTC)
        app = create_app(settings.model_copy(update=NO_CARRIER), clock=lambda: now)
        result = app.test_cli_runner().invoke(args=["doctor"])
        close_db(app)
        return result

    return doctor_on


def test_a_seat_that_should_be_filled_by_now_is_named(doctor_on):
    well = doctor_on(date(2026, 11, 6))
    assert "! 1st Franklin (MA House) was to be vacant until 2026-11-05." in well.output
    assert "17th Middlesex" not in well.output
    assert well.exit_code == 0


def test_offices_of_half_a_year_ago_are_named(doctor_on):
    old = doctor_on(date(2027, 2, 2))
    assert "The offices of MA are 181 days old (2026-08-05). Run: flask representatives import" in old.output
    assert old.exit_code == 1
    assert "days old" not in doctor_on(date(2027, 2, 1)).output


def test_a_term_that_ends_is_named_sixty_days_before(doctor_on):
    soon = doctor_on(date(2026, 11, 7))
    assert "On Wednesday, Jan 6, 2027, in 60 days, a new General Court takes office" in soon.output
    assert (soon.exit_code, doctor_on(date(2026, 11, 6)).exit_code) == (1, 0)
