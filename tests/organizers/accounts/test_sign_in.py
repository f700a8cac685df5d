"""Who comes in, who does not, and what they are told."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from app.guard.route_classes import ORGANIZER
from app.guard.routes import class_of
from app.limits.rate import admit
from app.limits.sign_in import BY_NAME
from app.organizers.accounts.refused import A_MINUTE_AGO
from app.organizers.accounts.sign_in_form import WRONG
from app.team.create import create_organizer
from models import Organizer as Account
from models import RateLimit, TeamRole
from tests.organizers.conftest import EMAIL, NOON, PASSWORD, Organizer

A_SECOND = timedelta(seconds=1)


def test_the_right_password_leads_to_the_log(organizer: Organizer) -> None:
    assert organizer.signs_in().location == "/organizers/calls"
    assert EMAIL in organizer.reads()


def test_an_address_may_be_typed_in_capitals(organizer: Organizer) -> None:
    assert organizer.signs_in(email=EMAIL.upper()).location == "/organizers/calls"


@pytest.mark.parametrize(
    ("email", "password"),
    [(EMAIL, "wrong"), ("nobody@example.org", PASSWORD), ("no address", PASSWORD), (EMAIL, ""), ("", "")],
)
def test_whatever_is_wrong_sounds_the_same(organizer: Organizer, email: str, password: str) -> None:
    answer = organizer.signs_in(email, password)
    assert (answer.status_code, WRONG in answer.text) == (401, True)


@pytest.mark.parametrize("password", ["x" * 100_000, "\0", "\ud800".encode("utf-8", "surrogatepass"), "🙂"])
def test_no_password_is_too_odd_to_be_refused(organizer: Organizer, password: str) -> None:
    assert organizer.signs_in(password=password).status_code == 401


def test_an_inactive_organizer_stays_outside(organizer: Organizer, session: Session) -> None:
    session.query(Account).update({"active": False})
    create_organizer(session, "another@example.org", PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    assert WRONG in organizer.signs_in().text


def test_after_five_wrong_tries_even_the_right_password_must_wait(organizer: Organizer) -> None:
    for _ in range(BY_NAME.at_most):
        organizer.signs_in(password="wrong")
    answer = organizer.signs_in()
    assert (answer.status_code, answer.headers["Retry-After"], A_MINUTE_AGO in answer.text) == (429, "60", True)


def test_tries_under_another_spelling_count_together(organizer: Organizer) -> None:
    for email in (EMAIL, EMAIL.upper(), f" {EMAIL}", EMAIL.title(), "organizer@EXAMPLE.org"):
        organizer.signs_in(email, "wrong")
    assert organizer.signs_in().status_code == 429


def test_tries_under_one_name_do_not_shut_out_another(organizer: Organizer) -> None:
    for _ in range(BY_NAME.at_most + 1):
        organizer.signs_in("nobody@example.org", "wrong")
    assert organizer.signs_in().status_code == 302


def test_coming_in_forgets_the_wrong_tries(organizer: Organizer) -> None:
    for _ in range(2):
        for _ in range(BY_NAME.at_most - 1):
            organizer.signs_in(password="wrong")
        assert organizer.signs_in().status_code == 302
        organizer.signs_out()


def test_a_minute_later_there_are_five_tries_again(app: Flask, session: Session) -> None:
    vault = app.extensions["ringdown"].vault
    moments = [NOON + seconds * A_SECOND for seconds in (0, 1, 2, 3, 4, 59, 60)]
    tries = [admit(session, vault, BY_NAME, EMAIL, now=moment) for moment in moments]
    assert tries == [True, True, True, True, True, False, True]


def test_no_name_is_stored_with_the_tries(organizer: Organizer, session: Session) -> None:
    organizer.signs_in(password="wrong")
    assert all(EMAIL.encode() not in row.who_hash for row in session.query(RateLimit))


@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        " //evil.example",
        "http:evil.example",
        "https://localhost@evil.example/organizers",
        "/organizers\\evil.example",
        "javascript:alert(1)",
    ],
)
def test_signing_in_never_leads_elsewhere(organizer: Organizer, where: str) -> None:
    assert "evil" not in organizer.reads("/sign-in", next=where)
    assert organizer.signs_in(next=where).location == "/organizers/calls"


def test_signing_in_leads_to_the_page_one_came_for(organizer: Organizer) -> None:
    asked = organizer.opens("/organizers/calls", day="2026-11-23").location
    assert 'name="next" value="/organizers/calls?day=2026-11-23"' in organizer.reads(asked)
    assert organizer.signs_in(next="/organizers/calls?day=2026-11-23").location == "/organizers/calls?day=2026-11-23"


def test_every_organizer_route_sends_strangers_to_the_sign_in(app: Flask, organizer: Organizer) -> None:
    routes = [rule for rule in app.url_map.iter_rules() if class_of(app, rule.endpoint) is ORGANIZER]
    paths = [re.sub("<int:[a-z_]+>", "1", rule.rule) for rule in routes if "GET" in rule.methods]
    answers = [organizer.opens(path) for path in paths]
    assert len(answers) >= 3
    assert all(answer.location.startswith("/sign-in?next=") for answer in answers)


def test_a_token_in_the_address_is_no_way_in(app: Flask, organizer: Organizer, session: Session) -> None:
    with app.test_request_context():
        token = session.query(Account).one().get_auth_token()
    assert organizer.opens("/organizers/calls", auth_token=token).status_code == 302


def test_a_form_without_its_token_is_refused(organizer: Organizer) -> None:
    answer = organizer.sends("/sign-in", email=EMAIL, password=PASSWORD)
    assert (answer.status_code, "grown old" in answer.text) == (400, True)


def test_behind_the_sign_in_a_form_without_its_token_is_refused_too(app: Flask, signed_in: Organizer) -> None:
    app.view_functions["organizers.post"] = lambda: "done"
    app.url_map.add(Rule("/organizers/post", endpoint="organizers.post", methods=["POST"]))
    assert signed_in.sends("/organizers/post").status_code == 400


def test_signing_out_needs_the_button(signed_in: Organizer) -> None:
    assert signed_in.opens("/sign-out").status_code == 405
    assert "Do you want to sign out?" in signed_in.sends("/sign-out").text
    assert signed_in.opens("/organizers/calls").status_code == 200


def test_after_signing_out_the_log_is_closed(signed_in: Organizer) -> None:
    assert signed_in.signs_out().location == "/sign-in"
    assert signed_in.opens("/organizers/calls").status_code == 302


def test_the_cookie_is_for_this_site_alone(app_over_https: Flask, organizer: Organizer) -> None:
    organizer.client = app_over_https.test_client()
    cookie = organizer.opens("/sign-in").headers["Set-Cookie"]
    assert cookie.startswith("__Host-organizer=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} == set(cookie.split("; ")[1:])


def test_over_https_no_referrer_is_needed(app_over_https: Flask, organizer: Organizer) -> None:
    organizer.client = app_over_https.test_client()
    assert organizer.signs_in().location == "/organizers/calls"
    assert EMAIL in organizer.reads()


def test_supporters_forms_need_no_token_of_organizers(organizer: Organizer, campaign: int) -> None:
    assert "/asked/" in organizer.sends("/c/safe-communities/call", phone="", town="").location


def test_files_cost_no_look_at_the_account(signed_in: Organizer, count_statements: Any) -> None:
    count_statements.reset()
    assert signed_in.opens("/static/ringdown.css").status_code == 200
    assert count_statements.statements == []


def test_supporters_get_no_cookie(organizer: Organizer, campaign: int) -> None:
    assert "Set-Cookie" not in organizer.opens("/c/safe-communities").headers


def test_an_organizer_who_is_there_keeps_their_password(organizer: Organizer, session: Session) -> None:
    assert not create_organizer(session, EMAIL, "another password", role=TeamRole.ADMIN)
    assert organizer.signs_in().status_code == 302


def test_a_replaced_password_ends_the_sessions_of_the_old(signed_in: Organizer, session: Session) -> None:
    create_organizer(session, EMAIL, "another password", role=TeamRole.ADMIN, replace_password=True)
    session.commit()
    assert signed_in.opens("/organizers/calls").status_code == 302
    assert signed_in.signs_in(password="another password").status_code == 302


def test_passwords_are_kept_as_argon2(organizer: Organizer, session: Session) -> None:
    assert session.query(Account).one().password.startswith("$argon2id$")


def test_a_copied_cookie_is_worth_nothing_after_signing_out(signed_in: Organizer) -> None:
    copied = signed_in.client.get_cookie("organizer").value
    signed_in.signs_out()
    signed_in.client.set_cookie("organizer", copied)
    assert signed_in.opens("/organizers/calls").status_code == 302


@pytest.mark.parametrize("path", ["/organizers/calls", "/organizers/", "/organizers/account/sessions", "/sign-in"])
def test_no_host_that_a_request_claims_leads_elsewhere(organizer: Organizer, path: str) -> None:
    claimed = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    answer = organizer.client.get(path, headers=claimed)
    assert "evil" not in answer.text + (answer.location or "")
    assert "evil" not in (organizer.client.post(path, headers=claimed).location or "")


def test_an_address_with_a_question_is_where_one_goes_on(organizer: Organizer) -> None:
    asked = organizer.opens("/organizers/calls?day=2026-11-23&town=Holyoke").location
    assert "/sign-in?next=/organizers/calls?day%3D2026-11-23%26town%3DHolyoke" in asked
