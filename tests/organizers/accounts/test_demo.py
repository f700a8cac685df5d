"""In the demo one click signs in; anywhere else there is no such button, and no such account."""

from dataclasses import replace

import pytest

from app.store.db import db
from app.team.people.demo_admin import DEMO_ADMIN, drop_demo_admin, make_demo_admin
from models import Organizer as Account
from tests.organizers.conftest import CSRF, PASSWORD, Organizer

BUTTON = "Sign in with one click"


@pytest.fixture
def visitor(demo_app):
    """Somebody who looks round the demo."""
    return Organizer(demo_app.test_client())


@pytest.fixture
def demo_app(app):
    """The app as `flask demo` makes it, with its admin."""
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], demo=True)
    make_demo_admin(db.session, PASSWORD)
    db.session.commit()
    return app


def clicks(somebody, **more):
    return somebody.sends("/sign-in/demo", csrf_token=CSRF.search(somebody.reads("/sign-in"))[1], **more)


def test_one_click_signs_in(visitor):
    assert BUTTON in visitor.reads("/sign-in")
    assert clicks(visitor).location == "/organizers/calls"
    assert DEMO_ADMIN in visitor.reads("/organizers/calls")


@pytest.mark.parametrize(
    ("where", "leads"), [("/organizers/campaigns", "/organizers/campaigns"), ("//evil.example", "/organizers/calls")]
)
def test_it_leads_to_the_page_one_came_for_and_never_elsewhere(visitor, where, leads):
    assert clicks(visitor, next=where).location == leads


def test_a_click_on_another_page_signs_nobody_in(visitor):
    assert visitor.sends("/sign-in/demo").status_code == 400


def test_elsewhere_there_is_no_such_button_nor_page(organizer):
    assert BUTTON not in organizer.reads("/sign-in")
    assert clicks(organizer).status_code == 404


def test_elsewhere_the_demos_name_opens_nothing_even_if_it_is_there(client, session, app):
    with app.app_context():
        make_demo_admin(session, PASSWORD)
        session.commit()
    assert clicks(Organizer(client)).status_code == 404


def test_after_the_demo_its_admin_is_gone(visitor, session):
    clicks(visitor)
    assert drop_demo_admin(session)
    session.commit()
    assert session.query(Account).count() == 0
    assert visitor.opens("/organizers/calls").status_code == 403
