"""An organizer before the page of those whom a campaign calls."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.campaigns.editions.content import Whom
from app.campaigns.editions.prepared import prepared_edition
from models import OfficeHolder
from tests.organizers.conftest import CSRF, Organizer

WAS = re.compile(r'name="(was-\d+)" value="([^"]*)"')


def read(text: str) -> str:
    """What can be read, without marks."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


@dataclass
class WhomPage:
    """The page, and what is prepared."""

    organizer: Organizer
    session: Session
    campaign: int

    @property
    def path(self) -> str:
        """Where it is."""
        return f"/organizers/campaigns/{self.campaign}/whom"

    def text(self, **query: str) -> str:
        """What can be read on it."""
        return read(self.organizer.reads(self.path, **query))

    def sends(self, where: str, **form: object) -> TestResponse:
        """Send a form of the page."""
        token = CSRF.search(self.organizer.reads(self.path))
        return self.organizer.sends(f"{self.path}{where}", csrf_token=token[1] if token else "", **form)

    def does(self, move: str, name: str) -> TestResponse:
        """Press a button beside a name."""
        return self.sends("/people", do=f"{move}-{self.holder(name)}")

    def marks(self, shown: Mapping[str, str], **chosen: str) -> TestResponse:
        """Choose marks by surname, of what was shown."""
        wanted = {f"mark-{self.holder(name.replace('_', ' '))}": mark for name, mark in chosen.items()}
        return self.sends("/people", **shown | wanted)

    def shown(self, find: str) -> dict[str, str]:
        """The marks that stand on the page for whoever is sought."""
        return dict(WAS.findall(self.organizer.reads(self.path, find=find)))

    def holder(self, name: str) -> int:
        """Somebody's row."""
        return self.session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == name)).one()

    @property
    def prepared(self) -> Whom:
        """Whom the campaign is prepared to call."""
        self.session.rollback()
        return prepared_edition(self.session, self.campaign).content.whom

    def names(self, which: str) -> list[str]:
        """Who is on the list, or marked so."""
        holders = {row.id: row.name for row in self.session.execute(select(OfficeHolder.id, OfficeHolder.name))}
        return [holders[one] for one in getattr(self.prepared, which)]


@pytest.fixture
def page(signed_in: Organizer, session: Session, campaign: int) -> WhomPage:
    return WhomPage(signed_in, session, campaign)
