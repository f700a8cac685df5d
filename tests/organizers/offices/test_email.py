"""An office's e-mail address as organizers see it, and corrected by hand."""

from html import unescape

import pytest

from app.representatives import directory
from models import EmailCorrection
from tests.organizers.conftest import hidden_fields
from tests.world.database.own_roster import restore_offices

MOORE = "25D08"
AT = f"/organizers/offices/{MOORE}"
IMPORTED = "michael.moore@masenate.gov"
GOOD = {"email": "office@example.org", "email_note": "The office told us"}


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def corrects(signed_in, session):
    """Fills the form of the office and sends it."""

    def corrects(to="", **typed):
        answer = signed_in.sends(f"{AT}/email{to}", **hidden_fields(signed_in.reads(AT), f"{AT}/email{to}") | typed)
        session.rollback()
        return answer

    return corrects


def email(session):
    return directory(session).seat(MOORE).holder.email


def test_the_page_shows_the_address(signed_in):
    assert f">{IMPORTED}</dd>" in signed_in.reads(AT)


def test_a_correction_counts_at_once_and_says_who_and_why(corrects, signed_in, session):
    assert corrects(**GOOD).location == f"{AT}?done=email"
    assert email(session) == "office@example.org"
    page = unescape(signed_in.reads(AT))
    assert f'Imported was: <span class="long-word">{IMPORTED}</span>.' in page
    assert "“The office told us”. Set " in page


def test_undo_goes_back_to_what_was_imported(corrects, session):
    corrects(**GOOD)
    assert corrects("/undo").location.endswith("done=imported-email")
    assert email(session) == IMPORTED


def test_an_office_may_take_no_e_mail(corrects, signed_in, session):
    corrects(**GOOD | {"email": " "})
    assert email(session) == ""
    assert '<dd class="long-word">none</dd>' in signed_in.reads(AT)


def test_the_same_address_changes_nothing(corrects, session):
    assert corrects(**GOOD | {"email": IMPORTED}).location.endswith("done=same-email")
    assert session.query(EmailCorrection).count() == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": "the office"}, "Enter one e-mail address"),
        ({"email": "a@example.org, b@example.org"}, "Enter one e-mail address"),
        ({"email": "a@example.org\r\nBcc: b@example.org"}, "Enter one e-mail address"),
        ({"email": f"a@{'x' * 3000}.org"}, "Enter one e-mail address"),
        ({"email_note": ""}, "Say why"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_changed(corrects, session, typed, told):
    answer = corrects(**GOOD | typed)
    assert (answer.status_code, unescape(answer.text).count(told)) == (422, 2)  # at the top and at its field
    assert email(session) == IMPORTED


def test_what_was_typed_stays_in_the_form(corrects):
    assert 'value="&lt;b&gt;@"' in corrects(**GOOD | {"email": "<b>@"}).text


def test_an_address_that_somebody_corrected_meanwhile_is_not_overwritten(corrects, signed_in, session):
    seen = hidden_fields(signed_in.reads(AT), f"{AT}/email")["seen"]
    corrects(**GOOD)
    answer = corrects(**GOOD | {"email": "other@example.org", "seen": seen})
    assert (answer.status_code, "was changed meanwhile" in answer.text) == (409, True)
    assert 'value="other@example.org"' in answer.text
    assert email(session) == "office@example.org"


@pytest.mark.parametrize("path", ["", "/undo"])
def test_a_form_without_its_token_is_refused(signed_in, session, path):
    answer = signed_in.sends(f"{AT}/email{path}", **GOOD)
    assert (answer.status_code, session.query(EmailCorrection).count()) == (400, 0)
