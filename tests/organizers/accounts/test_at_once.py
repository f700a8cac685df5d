"""What two browsers do in the same moment."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.store.db import db
from models import Organizer as Account
from tests.organizers.conftest import CSRF, EMAIL, PASSWORD, Organizer
from tests.world.patience import eventually

NEW = "ana@example.org"
WAITS = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")


@pytest.fixture
def link(organizer, post_office):
    """A link for a new password."""
    token = CSRF.search(organizer.reads("/forgotten"))[1]
    organizer.sends("/forgotten", csrf_token=token, email=EMAIL)
    return post_office.path()


def test_a_link_is_used_once_by_whoever_is_faster(app, session, link):
    passwords = [f"tractor lemon window {number}" for number in ("one", "two", "three", "four")]
    browsers = [Organizer(app.test_client()) for _ in passwords]
    tokens = [CSRF.search(browser.reads(link))[1] for browser in browsers]
    barrier = Barrier(len(passwords))

    def take(browser, token, password):
        barrier.wait()
        return browser.sends(link, csrf_token=token, new_password=password).status_code

    with ThreadPoolExecutor(len(passwords)) as threads:
        came = list(threads.map(take, browsers, tokens, passwords))
    assert sorted(came) == [303, 410, 410, 410]
    assert Organizer(app.test_client()).signs_in(password=passwords[came.index(303)]).status_code == 302


def test_an_address_is_whoevers_took_it_first(app, signed_in):
    page = "/organizers/account/address"
    token = CSRF.search(signed_in.reads(page))[1]
    with ThreadPoolExecutor(1) as threads, Session(db.engine) as faster:
        faster.add(Account(email=NEW, active=True, fs_uniquifier="x", password="x"))
        faster.flush()
        form = {"csrf_token": token, "email": NEW, "password": PASSWORD}
        answer = threads.submit(Context().run, signed_in.sends, page, **form)
        with Session(db.engine) as other:
            assert eventually(lambda: other.scalar(WAITS))
        faster.commit()
        assert answer.result().status_code == 409
    assert signed_in.opens(page).status_code == 200
