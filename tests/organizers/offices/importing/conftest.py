"""An organizer who brings in files, on offices that the test may change."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from app.representatives import directory
from app.team.create import create_organizer
from models import TeamRole
from tests.organizers.conftest import PASSWORD, hidden_fields
from tests.world.database.own_roster import restore_offices

AT = "/organizers/offices/import"
FILE = f"{AT}/file"


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def uploads(signed_in):
    """Fills the form and chooses a file."""

    def uploads(content, name="ma.csv", **typed):
        form = hidden_fields(signed_in.reads(AT), AT) | {"chambers": "both", "source": "Open States", **typed}
        return signed_in.uploads(AT, **form, file=FileStorage(BytesIO(content), name))

    return uploads


@pytest.fixture
def presses(signed_in):
    """Presses a button below what the file would change."""

    def presses(path=FILE, **answers):
        form = hidden_fields(signed_in.reads(FILE), FILE)
        return signed_in.sends(path, **form | {f"answer-{key.replace('_', '-')}": it for key, it in answers.items()})

    return presses


@pytest.fixture
def sits(session):
    """Who sits in a seat now."""

    def sits(geoid="25001"):
        session.rollback()
        holder = directory(session).seat(geoid).holder
        return holder and holder.name

    return sits


@pytest.fixture
def as_viewer(organizer, session):
    """Somebody who may look, and no more."""
    create_organizer(session, "viewer@example.org", PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    assert organizer.signs_in("viewer@example.org").status_code == 302
    return organizer
