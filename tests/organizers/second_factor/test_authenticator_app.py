"""An app's codes: what makes them count, how often each does, and what is said of a wrong one."""

from datetime import timedelta

import pytest

from app.limits.sign_in import CODES
from app.store.db import db
from app.team.second_factor.authenticator import take_step
from models import AuditAct, AuditEvent
from tests.organizers.conftest import CSRF, EMAIL
from tests.organizers.second_factor.conftest import PAGE, Person
from tests.world.people.crowd import at_once

TEN_MINUTES = timedelta(minutes=10)


def test_after_the_first_code_signing_in_asks_for_one(with_app: Person):
    assert with_app.browser.signs_in().location.startswith("/sign-in/code")
    assert not with_app.is_in()
    assert with_app.types(with_app.app.code()).location == "/organizers/calls"
    assert with_app.is_in()


def test_before_the_first_code_it_asks_for_none(person: Person):
    person.opens_setup()
    person.browser.signs_out()
    assert person.browser.signs_in().location == "/organizers/calls"


def test_after_a_wrong_first_code_the_same_picture_is_shown(person: Person):
    hidden = person.opens_setup()
    answer = person.browser.sends(f"{PAGE}/app", **hidden, code="000000")
    assert answer.status_code == 422
    assert f'class="secret">{person.app.secret}<' in answer.text


def test_the_code_leads_to_the_page_one_came_for(with_app: Person):
    where = with_app.browser.signs_in(next="/organizers/campaigns").location
    token = CSRF.search(with_app.browser.reads(where))[1]
    answer = with_app.browser.sends(where, csrf_token=token, code=with_app.app.code())
    assert answer.location == "/organizers/campaigns"


def test_the_code_never_leads_elsewhere(with_app: Person):
    with_app.browser.signs_in()
    assert (
        with_app.types(with_app.app.code(), "/sign-in/code?next=https://evil.example").location == "/organizers/calls"
    )


def test_a_code_counts_once(with_app: Person):
    code = with_app.app.code()
    with_app.browser.signs_in()
    assert with_app.types(code).status_code == 302
    with_app.browser.signs_out()
    with_app.browser.signs_in()
    assert "used already" in with_app.types(code).text


def test_the_first_code_opens_nothing_any_more(person: Person):
    hidden = person.opens_setup()
    code = person.app.code()
    person.browser.sends(f"{PAGE}/app", **hidden, code=code)
    person.browser.signs_out()
    person.browser.signs_in()
    assert person.types(code).status_code == 422


def test_a_code_that_came_before_one_that_counted_counts_no_more(with_app: Person):
    before = with_app.app.code()
    with_app.browser.signs_in()
    with_app.types(with_app.app.code(timedelta(seconds=30)))
    with_app.browser.signs_out()
    with_app.browser.signs_in()
    assert with_app.types(before).status_code == 422


def test_of_twenty_who_send_the_same_code_at_once_one_gets_in(app, with_app: Person, account):
    whose = account().id

    def once(session, _nth):
        taken = take_step(session, whose, 99_000_000)
        session.commit()
        return taken

    assert at_once(db.engine, 20, once).count(True) == 1


@pytest.mark.parametrize("off", [-30, 30])
def test_a_code_one_step_off_is_right(with_app: Person, off):
    with_app.browser.signs_in()
    assert with_app.types(with_app.app.code(timedelta(seconds=off))).status_code == 302


def test_a_clock_that_is_ten_minutes_behind_is_told_at_the_sign_in(with_app: Person):
    with_app.browser.signs_in()
    answer = with_app.types(with_app.app.code(-TEN_MINUTES)).text
    assert "10 minutes old: the clock of your phone is behind" in answer


def test_of_a_code_that_will_be_right_nothing_is_said_at_the_sign_in(with_app: Person):
    with_app.browser.signs_in()
    answer = with_app.types(with_app.app.code(TEN_MINUTES)).text
    assert "is ahead" not in answer
    assert "Here it is" in answer


@pytest.mark.parametrize(("off", "told"), [(-TEN_MINUTES, "10 minutes old"), (TEN_MINUTES, "right in 10 minutes")])
def test_a_clock_that_is_ten_minutes_off_is_told_at_the_first_code(person: Person, off, told):
    hidden = person.opens_setup(phone=off)
    answer = person.browser.sends(f"{PAGE}/app", **hidden, code=person.app.code())
    assert (answer.status_code, told in answer.text) == (422, True)


@pytest.mark.parametrize("code", ["12345", "1234567", "abcdef", "<script>", "١٢٣٤٥٦", "\0", "9" * 5000])
def test_no_code_is_too_odd_to_be_refused(with_app: Person, code):
    with_app.browser.signs_in()
    assert with_app.types(code).status_code == 422


def test_an_empty_form_uses_nothing_up(with_app: Person):
    with_app.browser.signs_in()
    assert {with_app.types(" ").status_code for _ in range(10)} == {422}
    assert with_app.types(with_app.app.code()).status_code == 302


def test_after_five_wrong_codes_the_right_one_must_wait_a_minute(with_app: Person):
    with_app.browser.signs_in()
    answers = [with_app.types("000000").status_code for _ in range(CODES[0].at_most)]
    assert answers == [422] * CODES[0].at_most
    waits = with_app.types(with_app.app.code())
    assert (waits.status_code, waits.headers["Retry-After"]) == (429, "60")
    with_app.clock.moves(seconds=61)
    assert with_app.types(with_app.app.code()).status_code == 302


def test_within_an_hour_thirty_wrong_codes_are_looked_at(with_app: Person):
    with_app.browser.signs_in()
    answers = []
    for _ in range(8):
        answers += [with_app.types("000000").status_code for _ in range(5)]
        with_app.clock.moves(seconds=61)
    assert answers.count(422) == CODES[1].at_most


def test_without_the_password_there_is_no_page_for_codes(with_app: Person):
    assert with_app.browser.opens("/sign-in/code").location == "/sign-in"
    token = CSRF.search(with_app.browser.reads("/sign-in"))[1]
    assert with_app.browser.sends("/sign-in/code", csrf_token=token, code=with_app.app.code()).location == "/sign-in"
    assert not with_app.is_in()


def test_turned_off_it_asks_for_none_and_knows_no_secret(person: Person, account):
    person.sets_up()
    token = CSRF.search(person.browser.reads(PAGE))[1]
    person.browser.sends(f"{PAGE}/app/remove", csrf_token=token)
    person.browser.signs_out()
    assert person.browser.signs_in().location == "/organizers/calls"
    assert account().tf_totp_secret is None


def test_a_picture_of_another_organizer_sets_nothing_up(person: Person, app, account):
    hidden = person.opens_setup()
    setup = app.extensions["ringdown"].tokens.sign_for_a_while("authenticator-setup", [account().id + 1, "00"])
    answer = person.browser.sends(f"{PAGE}/app", **hidden | {"setup": setup}, code=person.app.code())
    assert "grown old" in answer.text
    assert account().tf_totp_secret is None


def test_the_secret_stands_nowhere_in_the_open(with_app: Person, account, session):
    secret = with_app.app.secret.replace(" ", "")
    assert secret not in account().tf_totp_secret
    told = [f"{event.before}{event.after}" for event in session.query(AuditEvent)]
    assert told
    assert not any(secret in one for one in told)


def test_whoever_has_the_password_alone_is_told_of_however_many_have_not(with_app: Person, session):
    for _ in range(4):
        with_app.browser.signs_in(password="wrong")
    with_app.browser.signs_in()
    with_app.types("000000")
    events = session.query(AuditEvent).filter_by(act=AuditAct.SIGN_IN_FAILED).order_by(AuditEvent.id).all()
    assert [event.after["wrong"] for event in events] == ["the password"] * 3 + ["the second factor"]


def test_when_the_key_to_its_secret_is_gone_the_page_says_what_to_do(with_app: Person, session, account):
    account().tf_totp_secret = "00" * 40
    session.commit()
    with_app.browser.signs_in()
    answer = with_app.types(with_app.app.code())
    assert (answer.status_code, "ask an admin to reset" in answer.text) == (422, True)


def test_setting_up_stands_in_the_audit_log(with_app: Person, session):
    event = session.query(AuditEvent).filter_by(act=AuditAct.SECOND_FACTOR_CHANGED).one()
    assert (event.who, event.after) == (EMAIL, {"authenticator app": "set up"})


def test_codes_of_an_app_are_asked_for_whatever_cookie_says_that_they_were_given(with_app: Person):
    with_app.browser.signs_in()
    with_app.types(with_app.app.code())
    with_app.browser.signs_out()
    assert with_app.browser.signs_in().location.startswith("/sign-in/code")
