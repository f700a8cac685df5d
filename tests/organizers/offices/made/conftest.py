"""An organizer who makes the Governor's office and sends its forms, on offices that are put back as they were."""

import pytest

from tests.organizers.conftest import hidden_fields
from tests.world.database.own_roster import restore_offices
from tests.world.offices import made_seats

NEW = "/organizers/offices/made/new"
TYPED = {
    "name": "Maura Healey",
    "title": "Governor",
    "title_es": "la gobernadora",
    "title_zh_hant": "州長",
    "first": "617-555-0150",
    "email": "governor@example.org",
    "note": "Her page",
}


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def makes(signed_in, session):
    """Fills the form and sends it."""

    def makes(**typed):
        answer = signed_in.sends(NEW, **hidden_fields(signed_in.reads(NEW), NEW) | TYPED | typed)
        session.rollback()
        return answer

    return makes


@pytest.fixture
def made(makes, session):
    """The office of the Governor."""
    makes()
    return next(iter(made_seats(session)))


@pytest.fixture
def sends(signed_in, session):
    """Sends a form of the office's page, with what is typed."""

    def sends(geoid, to="", **typed):
        at, page = f"/organizers/offices/made/{geoid}", signed_in.reads(f"/organizers/offices/{geoid}")
        answer = signed_in.sends(f"{at}{to}", **hidden_fields(page, at) | typed)
        session.rollback()
        return answer

    return sends
