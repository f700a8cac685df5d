"""An organizer's requests: signed in once, then sent straight to the app."""

from flask import Flask

from app.store.db import db
from app.store.unit import unit
from app.team.create import create_organizer
from benchmarks.asking import Prepared, get
from benchmarks.world import World
from models import TeamRole
from tests.organizers.conftest import EMAIL, PASSWORD, Organizer


class SignedIn:
    """Asks for pages as somebody who has signed in."""

    def __init__(self, world: World) -> None:
        self._base_url = world.own.settings.public_base_url
        self._cookie = _cookie(world.app)

    def asks(self, path: str) -> Prepared:
        """A page of organizers."""
        return get(path, self._base_url, Cookie=self._cookie)


def _cookie(app: Flask) -> str:
    with app.app_context(), unit(db.session) as work:
        create_organizer(work.session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    answer = Organizer(app.test_client()).signs_in()
    return "; ".join(one.partition(";")[0] for one in answer.headers.getlist("Set-Cookie"))
