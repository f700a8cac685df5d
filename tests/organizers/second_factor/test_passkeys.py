"""Passkeys as a second factor: whose they are, for which host, and what becomes of them."""

import re
from dataclasses import dataclass
from html import unescape

import pytest
from sqlalchemy import update

from app.team.create import create_organizer
from models import OrganizerPasskey, TeamRole
from tests.organizers.conftest import CSRF, EMAIL, PASSWORD, Organizer, hidden_fields
from tests.organizers.second_factor.conftest import PAGE, Person
from tests.world.people.passkey import Passkey

NEW, WAY, CONFIRM = f"{PAGE}/passkeys/new", "/sign-in/passkey", "/organizers/account/confirm"
OPTIONS = re.compile(r'data-options="([^"]+)"')


@pytest.fixture
def settings(settings):
    """The settings of a server with a name."""
    return settings.model_copy(update={"public_base_url": "http://localhost:8080"})


@dataclass
class Holder:
    """Somebody with a browser and a passkey."""

    browser: Organizer
    passkey: Passkey

    def asks(self, page: str) -> tuple[dict[str, str], str]:
        """What a page sends unseen, and what it asks of the browser."""
        shown = self.browser.reads(page)
        return hidden_fields(shown, page), unescape(OPTIONS.search(shown)[1])

    def makes(self, name: str = "My phone"):
        hidden, options = self.asks(NEW)
        return self.browser.sends(NEW, **hidden | {"answer": self.passkey.made(options)}, name=name)

    def uses(self, page: str = WAY):
        hidden, options = self.asks(page)
        return self.browser.sends(page, **hidden | {"answer": self.passkey.signed(options)})


@pytest.fixture
def holder(person: Person) -> Holder:
    """Somebody who has signed in, with a device that can keep passkeys."""
    return Holder(person.browser, Passkey("http://localhost:8080", "localhost"))


@pytest.fixture
def with_passkey(holder: Holder) -> Holder:
    """The same, whose passkey was made, signed out."""
    assert holder.makes().status_code == 303
    holder.browser.signs_out()
    return holder


def test_signing_in_asks_for_it_and_lets_in_whoever_has_it(with_passkey):
    assert with_passkey.browser.signs_in().location.startswith(WAY)
    assert with_passkey.uses().location == "/organizers/calls"
    assert EMAIL in with_passkey.browser.reads()


def test_the_password_alone_does_not_let_in(with_passkey):
    with_passkey.browser.signs_in()
    assert with_passkey.browser.opens("/organizers/calls").status_code == 302


def test_without_the_password_it_opens_nothing(with_passkey):
    assert with_passkey.browser.opens(WAY).location == "/sign-in"
    token = CSRF.search(with_passkey.browser.reads("/sign-in"))[1]
    assert with_passkey.browser.sends(WAY, csrf_token=token, answer="{}").location == "/sign-in"


def test_another_key_that_says_to_be_this_one_is_refused(with_passkey):
    with_passkey.browser.signs_in()
    with_passkey.passkey = Passkey("http://localhost:8080", "localhost", id=with_passkey.passkey.id)
    assert with_passkey.uses().status_code == 422


def test_somebody_elses_passkey_opens_neither_their_account_nor_mine(with_passkey, session):
    create_organizer(session, "evil@example.org", PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    evil = Holder(with_passkey.browser, Passkey("http://localhost:8080", "localhost"))
    evil.browser.signs_in("evil@example.org")
    evil.makes()
    evil.browser.signs_out()
    evil.browser.signs_in("evil@example.org")
    evil.passkey, own = with_passkey.passkey, evil.passkey  # stolen, and no password of its owner with it
    assert evil.uses().status_code == 422
    evil.browser.signs_in()
    evil.passkey = own
    assert evil.uses().status_code == 422


@pytest.mark.parametrize(("origin", "host"), [("https://evil.example", "localhost"), ("http://localhost:8080", "evil")])
def test_what_was_signed_for_another_site_is_refused(with_passkey, origin, host):
    with_passkey.browser.signs_in()
    with_passkey.passkey.origin, with_passkey.passkey.host = origin, host
    assert with_passkey.uses().status_code == 422


def test_an_answer_to_an_earlier_question_is_refused(with_passkey):
    with_passkey.browser.signs_in()
    _, earlier = with_passkey.asks(WAY)
    hidden, _ = with_passkey.asks(WAY)
    answer = with_passkey.passkey.signed(earlier)
    assert with_passkey.browser.sends(WAY, **hidden | {"answer": answer}).status_code == 422


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", "x" * 50_000, '{"id": "AA", "rawId": "!", "type": 3}'])
def test_no_answer_is_too_odd_to_be_refused(with_passkey, answer):
    with_passkey.browser.signs_in()
    hidden, _ = with_passkey.asks(WAY)
    assert with_passkey.browser.sends(WAY, **hidden | {"answer": answer}).status_code == 422


def test_a_removed_one_is_asked_for_no_more(with_passkey, session):
    with_passkey.browser.signs_in()
    with_passkey.uses()
    which = session.query(OrganizerPasskey).one().id
    path = f"{PAGE}/passkeys/{which}/remove"
    page = with_passkey.browser.reads(PAGE)
    assert with_passkey.browser.sends(path, **hidden_fields(page, path)).location.endswith("done=passkey-removed")
    with_passkey.browser.signs_out()
    assert with_passkey.browser.signs_in().location == "/organizers/calls"


def test_nobody_removes_anothers(with_passkey, session):
    which = session.query(OrganizerPasskey).one().id
    create_organizer(session, "evil@example.org", PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    evil = with_passkey.browser
    evil.signs_in("evil@example.org")
    hidden = hidden_fields(evil.reads("/organizers/campaigns"), "/sign-out")
    assert evil.sends(f"{PAGE}/passkeys/{which}/remove", **hidden).location.endswith("done=no-passkey")
    assert session.query(OrganizerPasskey).count() == 1


def test_one_of_another_address_is_said_to_work_no_more(with_passkey, session):
    with_passkey.browser.signs_in()
    with_passkey.uses()
    session.execute(update(OrganizerPasskey).values(host="old.example.org"))
    session.commit()
    page = with_passkey.browser.reads(PAGE)
    assert "works no more" in page
    assert "made for old.example.org" in page
    with_passkey.browser.signs_out()
    with_passkey.browser.signs_in()
    assert "belong to another address" in with_passkey.browser.reads(WAY)


@pytest.mark.parametrize("name", ["", "   ", "My phone"])
def test_it_needs_a_name_of_its_own_and_keeps_what_was_typed(holder, name):
    holder.makes()
    holder.passkey = Passkey("http://localhost:8080", "localhost")
    answer = holder.makes(name)
    assert answer.status_code == 422
    assert f'value="{name.strip()}"' in answer.text


def test_no_passkey_is_kept_twice(holder, session):
    holder.makes()
    assert holder.makes("Another name").status_code == 422
    assert session.query(OrganizerPasskey).count() == 1


def test_whoever_has_an_app_too_may_choose(person: Person, holder):
    holder.makes()
    person.sets_up()
    person.browser.signs_out()
    assert person.browser.signs_in().location.startswith("/sign-in/how")
    token = CSRF.search(person.browser.reads("/sign-in/how"))[1]
    for which, way in (("authenticator", "/sign-in/code"), ("webauthn", WAY)):
        assert person.browser.sends("/sign-in/how", csrf_token=token, which=which).location.startswith(way)
    assert holder.uses().location == "/organizers/calls"


def test_it_shows_anew_that_it_is_them(with_passkey, person: Person):
    with_passkey.browser.signs_in()
    with_passkey.uses()
    person.clock.moves(minutes=11)
    assert with_passkey.browser.opens(NEW).location.startswith(CONFIRM)
    assert with_passkey.uses(CONFIRM).status_code == 303
    assert with_passkey.browser.opens(NEW).status_code == 200


@pytest.mark.parametrize("base", ["http://127.0.0.1:8080", "http://call.example.org", "https://203.0.113.7"])
def test_where_browsers_make_none_the_page_says_so(another_app, organizer, base):
    organizer.client = another_app(public_base_url=base).test_client()
    if base.startswith("https"):
        organizer.client.environ_base["wsgi.url_scheme"] = "https"
    organizer.signs_in()
    assert "Passkeys need a server with a name and https" in organizer.reads(PAGE)
