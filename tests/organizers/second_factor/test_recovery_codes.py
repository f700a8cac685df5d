"""Recovery codes: shown once, good for one time each, and worth nothing to whoever reads the database."""

import pytest

from app.store.db import db
from app.team.second_factor.recovery_codes import HOW_MANY, use_code
from models import Organizer as Account
from tests.organizers.conftest import CSRF
from tests.organizers.second_factor.conftest import PAGE, Person
from tests.world.people.crowd import at_once

WAY = "/sign-in/recovery-code"


@pytest.fixture
def codes(person: Person) -> list[str]:
    """The codes of somebody with an app, who has signed out."""
    person.sets_up()
    codes = person.makes_recovery_codes()
    person.browser.signs_out()
    return codes


def test_there_are_several_and_none_is_like_another(codes):
    assert len(set(codes)) == HOW_MANY


def test_one_lets_somebody_in_without_their_phone(person: Person, codes):
    person.browser.signs_in()
    assert person.types(codes[0], WAY).location == "/organizers/calls"
    assert person.is_in()


def test_each_is_good_for_one_time(person: Person, codes):
    for nth in (0, 1):
        person.browser.signs_in()
        person.types(codes[nth], WAY)
        person.browser.signs_out()
    person.browser.signs_in()
    answer = person.types(codes[0], WAY)
    assert (answer.status_code, "used already" in answer.text) == (422, True)
    assert person.types(codes[2], WAY).status_code == 302


def test_of_ten_who_use_the_same_one_at_once_one_gets_in(app, codes):
    vault = app.extensions["ringdown"].vault

    def once(session, _nth):
        used = use_code(session, vault, session.query(Account).one(), codes[0])
        session.commit()
        return used

    assert at_once(db.engine, 10, once).count(True) == 1


@pytest.mark.parametrize("written", [str.upper, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_it_may_be_written_as_one_likes(person: Person, codes, written):
    person.browser.signs_in()
    assert person.types(written(codes[0]), WAY).status_code == 302


def test_they_are_shown_once(person: Person, codes):
    person.browser.signs_in()
    person.types(codes[0], WAY)
    page = person.browser.reads(PAGE)
    assert "7 left" in page
    assert not any(code in page for code in codes)


def test_new_ones_take_their_place(person: Person, codes):
    person.browser.signs_in()
    person.types(codes[0], WAY)
    new = person.makes_recovery_codes()
    person.browser.signs_out()
    person.browser.signs_in()
    assert person.types(codes[1], WAY).status_code == 422
    assert person.types(new[0], WAY).status_code == 302


def test_the_database_knows_none_of_them(codes, account):
    kept = ",".join(account().mf_recovery_codes)
    assert not any(code in kept or code.replace("-", "") in kept for code in codes)


def test_guesses_are_counted_like_codes_of_the_app(person: Person, codes):
    person.browser.signs_in()
    answers = [person.types("aaaa-aaaa-aaaa", WAY).status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]
    assert person.types(person.app.code()).status_code == 429


def test_an_empty_form_uses_nothing_up(person: Person, codes, account):
    person.browser.signs_in()
    assert {person.types("", WAY).status_code for _ in range(7)} == {422}
    assert len(account().mf_recovery_codes) == HOW_MANY


def test_without_a_second_factor_there_are_none(person: Person, account):
    assert person.makes_recovery_codes() == []
    assert not account().mf_recovery_codes


def test_when_the_app_goes_they_go_too(person: Person, account):
    person.sets_up()
    person.makes_recovery_codes()
    token = CSRF.search(person.browser.reads(PAGE))[1]
    person.browser.sends(f"{PAGE}/app/remove", csrf_token=token)
    assert not account().mf_recovery_codes


def test_without_the_password_they_open_nothing(person: Person, codes):
    assert person.browser.opens(WAY).location == "/sign-in"
