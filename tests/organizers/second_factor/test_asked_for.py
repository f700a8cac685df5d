"""Who must have a second factor, who must show anew that it is them, and which pages there are not."""

import pytest
from flask import Flask

from app.clock import utc_now
from app.organizers.accounts.second_step.flask_security_parts import NOT_OFFERED
from app.team.create import create_organizer
from app.team.invitations.first_admin import first_admin_key
from models import TeamRole
from tests.organizers.conftest import CSRF, PASSWORD, Organizer, hidden_fields
from tests.organizers.second_factor.conftest import PAGE, Person

CONFIRM = "/organizers/account/confirm"
LATER = {"minutes": 11}


@pytest.fixture
def strict(another_app, organizer: Organizer) -> Organizer:
    """An admin of a server that asks admins for a second factor, who has none."""
    organizer.client = another_app(admins_need_second_factor=True).test_client()
    organizer.signs_in()
    return organizer


@pytest.mark.parametrize("path", ["calls", "campaigns", "offices", "campaigns/1/whom", ""])
def test_an_admin_without_one_is_led_to_it_and_sees_nothing_else(strict, path):
    answer = strict.opens(f"/organizers/{path}")
    assert (answer.status_code, answer.location) == (303, PAGE)


def test_an_admin_without_one_does_nothing_else_either(strict):
    token = CSRF.search(strict.reads(PAGE))[1]
    answer = strict.sends("/organizers/offices/exceptions", csrf_token=token, state="MA")
    assert answer.location == PAGE


def test_the_page_says_why(strict):
    assert "Admins of this server need one before anything else." in strict.reads(PAGE)


@pytest.mark.parametrize("page", [f"{PAGE}/app", f"{PAGE}/passkeys/new", CONFIRM])
def test_the_way_to_one_is_open(strict, page):
    assert strict.opens(page).status_code == 200


def test_with_one_an_admin_sees_everything(strict, clock):
    person = Person(strict, clock)
    hidden = person.opens_setup()
    strict.sends(f"{PAGE}/app", **hidden, code=person.app.code())
    assert strict.opens("/organizers/calls").status_code == 200


def test_the_first_admin_is_led_to_one_by_the_link_and_sees_nothing_else(another_app, session):
    nobody = Organizer(another_app(admins_need_second_factor=True).test_client())
    link = f"/join/{first_admin_key(session, utc_now())}"
    session.commit()
    token = CSRF.search(nobody.reads(link))[1]
    nobody.sends(link, csrf_token=token, email="ana@example.org", new_password=PASSWORD)
    for path in ("calls", "team", "audit", "mail", "account"):
        assert nobody.opens(f"/organizers/{path}").location == PAGE


@pytest.mark.parametrize("role", [TeamRole.VIEWER, TeamRole.ORGANIZER])
def test_nobody_else_needs_one(strict, session, role):
    create_organizer(session, "other@example.org", PASSWORD, role=role)
    session.commit()
    token = CSRF.search(strict.reads(PAGE))[1]
    strict.sends("/sign-out", csrf_token=token)
    strict.signs_in("other@example.org")
    assert strict.opens("/organizers/calls").status_code == 200


@pytest.mark.parametrize(("base", "needed"), [("https://call.example.org", True), ("http://127.0.0.1:8080", False)])
def test_admins_need_one_where_browsers_come_by_https(settings, base, needed):
    chosen = settings.model_dump() | {"public_base_url": base, "admins_need_second_factor": None}
    assert type(settings)(_env_file=None, **chosen).admins_need_second_factor is needed


@pytest.mark.parametrize("name", NOT_OFFERED)
def test_pages_that_we_do_not_offer_are_not_there(app: Flask, name):
    assert f"security.{name}" not in {rule.endpoint for rule in app.url_map.iter_rules()}


@pytest.mark.parametrize("way", ["code", "how", "passkey", "recovery-code"])
@pytest.mark.parametrize("whose", [{}, {"csrf_token": "another's"}])
def test_no_form_of_the_second_step_counts_without_its_token(with_app: Person, way, whose):
    with_app.browser.signs_in()
    assert with_app.browser.sends(f"/sign-in/{way}", code=with_app.app.code(), **whose).status_code == 400
    assert not with_app.is_in()


def test_no_mail_gets_past_it(with_app: Person):
    with_app.browser.signs_in()
    token = CSRF.search(with_app.browser.reads("/sign-in/code"))[1]
    answer = with_app.browser.sends("/tf-rescue", csrf_token=token, help_setup="email")
    assert answer.location == "/sign-in/recovery-code"


def test_ten_minutes_after_the_sign_in_it_is_asked_anew(person: Person):
    assert person.browser.opens(f"{PAGE}/app").status_code == 200
    person.clock.moves(**LATER)
    assert person.browser.opens(f"{PAGE}/app").location == f"{CONFIRM}?next={PAGE}/app"


def confirms(person: Person, page: str, **given: str):
    """Show it on a page that asks."""
    return person.browser.sends(CONFIRM, **hidden_fields(page, CONFIRM), **given)


def test_the_password_is_enough_where_there_is_nothing_better(person: Person):
    person.clock.moves(**LATER)
    page = person.browser.reads(CONFIRM, next=f"{PAGE}/app")
    assert confirms(person, page, password="wrong").status_code == 422
    assert confirms(person, page, password=PASSWORD).location == f"{PAGE}/app"
    assert person.browser.opens(f"{PAGE}/app").status_code == 200


def test_the_password_is_not_enough_for_whoever_has_an_app(person: Person):
    person.sets_up()
    person.clock.moves(**LATER)
    page = person.browser.reads(CONFIRM)
    assert "Your password" not in page
    assert confirms(person, page, password=PASSWORD).status_code == 422
    assert confirms(person, page, code=person.app.code()).status_code == 303


def test_a_code_that_let_somebody_in_shows_nothing_anew(person: Person):
    person.sets_up()
    person.clock.moves(**LATER)
    code, page = person.app.code(), person.browser.reads(CONFIRM)
    assert confirms(person, page, code=code).status_code == 303
    assert confirms(person, page, code=code).status_code == 422


def test_it_may_be_tried_five_times_a_minute(person: Person):
    page = person.browser.reads(CONFIRM)
    answers = [confirms(person, page, password=f"wrong {nth}").status_code for nth in range(6)]
    assert answers == [422] * 5 + [429]
    assert confirms(person, page, password=PASSWORD).status_code == 429


def test_sent_empty_it_counts_for_nothing(person: Person):
    page = person.browser.reads(CONFIRM)
    assert {confirms(person, page).status_code for _ in range(7)} == {422}
    assert confirms(person, page, password=PASSWORD).status_code == 303


def test_it_never_leads_elsewhere(person: Person):
    page = person.browser.reads(CONFIRM, next="https://evil.example")
    assert "evil" not in page
    sent = hidden_fields(page, CONFIRM) | {"next": "//evil.example"}
    assert person.browser.sends(CONFIRM, **sent, password=PASSWORD).location == "/organizers/calls"


def test_what_was_typed_comes_back_with_whoever_was_asked(person: Person):
    hidden = person.opens_setup()
    code = person.app.code()
    person.clock.moves(**LATER)
    asked = person.browser.sends(f"{PAGE}/app", **hidden, code=code)
    assert (asked.status_code, "What you typed is kept." in asked.text) == (403, True)
    page = confirms(person, asked.text, password=PASSWORD).text
    fields = hidden_fields(page, f"{PAGE}/app")
    assert (fields["code"], fields["setup"]) == (code, hidden["setup"])
    assert person.browser.sends(f"{PAGE}/app", **fields).status_code == 422  # a code that is eleven minutes old


def test_nothing_is_carried_that_we_did_not_sign(person: Person):
    page = person.browser.reads(CONFIRM)
    sent = hidden_fields(page, CONFIRM) | {"carries": "WyIvZXZpbCIse31d.AAAA.BBBB"}
    assert person.browser.sends(CONFIRM, **sent, password=PASSWORD).location == "/organizers/calls"


def test_the_first_thing_that_is_said_is_what_one_has(person: Person):
    assert "Set up an app" in person.browser.reads(PAGE)
    person.sets_up()
    page = person.browser.reads(PAGE)
    assert "Use another phone or app" in page
    assert "a lost phone shuts you out" in page


def test_the_account_says_what_one_has(person: Person):
    assert "None yet" in person.browser.reads("/organizers/account")
    person.sets_up()
    person.makes_recovery_codes()
    assert "An app, 8 recovery codes left" in person.browser.reads("/organizers/account")
