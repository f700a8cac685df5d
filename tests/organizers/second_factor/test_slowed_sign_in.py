"""Whoever guesses passwords is slowed; the owner, on a device of their own, is not."""

from itertools import product
from statistics import median
from time import perf_counter

import pytest
from flask.testing import FlaskClient
from passlib.hash import argon2
from sqlalchemy import select

from app.limits.sign_in import BY_DEVICE, BY_NAME, BY_VISITOR
from app.organizers.accounts.refused import A_MINUTE_AGO, TOO_MANY
from app.organizers.accounts.sign_in_form import WRONG
from app.serving.logs import start_logging
from app.team.create import create_organizer
from models import AuditAct, AuditEvent, Limited, RateLimit, TeamRole
from tests.organizers.conftest import CSRF, EMAIL, PASSWORD, Organizer

STRANGER = "203.0.113.9"


@pytest.fixture
def from_address(app):
    """A browser of somebody elsewhere."""

    def one(address: str = STRANGER) -> Organizer:
        client: FlaskClient = app.test_client()
        client.environ_base["REMOTE_ADDR"] = address
        return Organizer(client)

    return one


def guesses(stranger: Organizer, times: int, email: str = EMAIL) -> list[int]:
    return [stranger.signs_in(email, f"wrong {nth}").status_code for nth in range(times)]


@pytest.mark.usefixtures("organizer")
def test_two_hundred_names_from_one_address_are_slowed(from_address):
    stranger = from_address()
    answers = [stranger.signs_in(f"nr{nth}@example.org", "wrong").status_code for nth in range(30)]
    assert answers == [401] * BY_VISITOR.at_most + [429] * (30 - BY_VISITOR.at_most)


@pytest.mark.usefixtures("organizer")
def test_a_part_of_the_network_is_told_how_long_to_wait(from_address):
    stranger = from_address()
    for nth in range(BY_VISITOR.at_most):
        stranger.signs_in(f"nr{nth}@example.org", "wrong")
    answer = stranger.signs_in()
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "600")
    assert TOO_MANY[Limited.SIGN_IN_VISITOR] in answer.text


@pytest.mark.usefixtures("organizer")
def test_ten_minutes_later_they_may_try_again(from_address, clock):
    stranger = from_address()
    for nth in range(BY_VISITOR.at_most):
        stranger.signs_in(f"nr{nth}@example.org", "wrong")
    clock.moves(minutes=10, seconds=1)
    assert stranger.signs_in().status_code == 302


@pytest.mark.usefixtures("organizer")
def test_all_devices_of_a_household_are_slowed_together(from_address):
    guessed = [guesses(from_address(f"2001:db8::{nth:x}"), 1, f"nr{nth}@example.org") for nth in range(21)]
    assert guessed[-2:] == [[401], [429]]


@pytest.mark.usefixtures("organizer")
def test_two_hundred_addresses_at_one_name_get_five_tries_a_minute(from_address):
    answers = [guesses(from_address(f"198.51.100.{nth}"), 1)[0] for nth in range(20)]
    assert answers.count(401) == BY_NAME.at_most


def test_a_strangers_wrong_tries_never_shut_the_owner_out(signed_in, from_address):
    signed_in.signs_out()
    stranger = from_address()
    for _ in range(4):
        guesses(stranger, 3)
        assert signed_in.signs_in().status_code == 302
        signed_in.signs_out()


def test_a_crowd_on_the_owners_own_network_does_not_either(signed_in, from_address):
    signed_in.signs_out()
    for nth in range(BY_VISITOR.at_most):
        from_address("127.0.0.1").signs_in(f"nr{nth}@example.org", "wrong")
    assert from_address("127.0.0.1").signs_in().status_code == 429
    assert signed_in.signs_in().status_code == 302


def test_on_a_known_device_there_are_five_tries_a_minute_too(signed_in):
    signed_in.signs_out()
    assert guesses(signed_in, BY_DEVICE.at_most + 1) == [401] * BY_DEVICE.at_most + [429]


def test_a_device_of_one_organizer_is_none_of_another(signed_in, session, from_address):
    create_organizer(session, "other@example.org", PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    signed_in.signs_out()
    guesses(from_address(), BY_NAME.at_most, "other@example.org")
    assert signed_in.signs_in("other@example.org").status_code == 429


@pytest.mark.parametrize("cookie", ["", "nonsense", "WyJhIixbImIiXV0.AAAA"])
def test_a_cookie_that_we_did_not_write_makes_no_device_known(organizer, from_address, cookie):
    guesses(from_address(), BY_NAME.at_most)
    organizer.client.set_cookie("device", cookie)
    assert organizer.signs_in().status_code == 429


@pytest.mark.usefixtures("organizer")
def test_whoever_comes_in_slows_nobody_at_the_same_address(from_address, session):
    for nth in range(BY_VISITOR.at_most + 1):
        create_organizer(session, f"o{nth}@example.org", PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    came = [from_address().signs_in(f"o{nth}@example.org").status_code for nth in range(BY_VISITOR.at_most + 1)]
    assert set(came) == {302}


@pytest.mark.usefixtures("organizer")
def test_coming_in_with_an_account_of_ones_own_gives_no_more_guesses(from_address, session):
    create_organizer(session, "evil@example.org", PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    stranger = from_address()
    for nth in range(BY_VISITOR.at_most):
        stranger.signs_in(f"nr{nth}@example.org", "wrong")
        if nth == 10:
            assert from_address().signs_in("evil@example.org").status_code == 302
    assert stranger.signs_in("another@example.org", "wrong").status_code == 429


def test_a_few_failed_tries_stand_in_the_audit_log(organizer, session):
    guesses(organizer, 5), organizer.signs_in("nobody@example.org", "wrong")
    events = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.SIGN_IN_FAILED)).all()
    assert [(event.who, event.after) for event in events] == [(EMAIL, {"wrong": "the password"})] * 3


def test_the_log_tells_of_failures_without_name_or_address(app, organizer, capsys):
    start_logging("INFO")
    guesses(organizer, 1)
    told = capsys.readouterr().err
    start_logging("ERROR")
    assert "sign_in_failed" in told
    assert EMAIL not in told
    assert "127.0.0.1" not in told


def test_no_name_and_no_address_is_kept_with_the_tries(organizer, session):
    guesses(organizer, 1)
    kept = b"".join(row.who_hash for row in session.query(RateLimit))
    assert EMAIL.encode() not in kept
    assert b"127.0.0.1" not in kept


def test_after_too_many_tries_known_and_unknown_names_read_the_same(organizer):
    for email in (EMAIL, "nobody@example.org"):
        guesses(organizer, BY_NAME.at_most, email)
        assert A_MINUTE_AGO in organizer.signs_in(email).text


def test_the_answers_for_known_and_unknown_names_are_the_same_but_for_the_name(organizer):
    known, unknown = (organizer.signs_in(email, "wrong").text for email in (EMAIL, "xrganizer@example.org"))
    assert WRONG in known
    assert CSRF.sub("", known) == CSRF.sub("", unknown.replace("xrganizer", "organizer"))


@pytest.fixture
def passwords_cost_what_they_do(monkeypatch, session, organizer):
    """Argon2 with all its work, and a password that was kept so."""
    for cost, whole in {"memory_cost": 65_536, "default_rounds": 3, "parallelism": 4}.items():
        monkeypatch.setattr(argon2, cost, whole)
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN, replace_password=True)
    session.commit()


@pytest.mark.long
@pytest.mark.usefixtures("passwords_cost_what_they_do")
def test_a_wrong_password_takes_as_long_whether_there_is_such_a_name_or_not(organizer, clock):
    took = {EMAIL: [], "nobody@example.org": []}
    for _, (email, seconds) in product(range(30), took.items()):
        clock.moves(minutes=11)
        begun = perf_counter()
        assert organizer.signs_in(email, "wrong").status_code == 401
        seconds.append(perf_counter() - begun)
    known, unknown = map(median, took.values())
    assert known > 0.02  # else nothing was hashed, and the next line says nothing
    assert abs(known - unknown) < 0.05
