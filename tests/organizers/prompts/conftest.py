"""A campaign of its own for every test, and an organizer who reads and changes its prompts."""

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse

from app.campaigns.editions.prepared import prepared_edition
from models import Campaign
from tests.organizers.conftest import Organizer
from tests.world.campaign.campaigns import publish_prepared

Sends = Callable[..., TestResponse]
Reads = Callable[..., str]


@pytest.fixture
def page(campaign: int) -> str:
    return f"/organizers/campaigns/{campaign}/prompts"


@pytest.fixture
def reads(signed_in: Organizer, page: str) -> Callable[..., str]:
    """The text of the list, or of a prompt's page."""

    def read(key: str = "", **query: str) -> str:
        text = signed_in.reads(f"{page}/en/{key}" if key else page, **query).partition("<main")[2]
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))

    return read


@pytest.fixture
def sends(signed_in: Organizer, page: str) -> Sends:
    """Open a prompt's page, fill one of its forms, press its button."""

    def send(to: str, key: str = "goodbye", **typed: Any) -> TestResponse:
        fresh = hidden(signed_in.reads(f"{page}/en/{key}"))
        ways = {"recording": signed_in.uploads}
        return ways.get(to, signed_in.sends)(f"{page}/en/{key}/{to}", **fresh | typed)

    return send


@pytest.fixture
def uploads(sends: Sends) -> Sends:
    """Choose a file, write what it says, press the button."""

    def upload(
        file: bytes, name: str = "memo.m4a", says: str = "Bye.", key: str = "goodbye", **typed: str
    ) -> TestResponse:
        return sends("recording", key, says=says, recording=FileStorage(BytesIO(file), name), **typed)

    return upload


def hidden(text: str) -> dict[str, str]:
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("csrf_token", "seen")}


def said(session: Session, key: str = "goodbye") -> tuple[str | None, bool] | None:
    """What a prompt is prepared to say, and whether that is recorded; None where those are the built-in words."""
    session.rollback()
    content = prepared_edition(session, session.scalars(select(Campaign.id)).one()).content
    own = content.prompts.get("en", {}).get(key)
    return (own.text, own.recording_id is not None) if own else None


def publish(session: Session) -> None:
    """Put what is prepared into force."""
    session.rollback()
    publish_prepared(session, session.scalars(select(Campaign.id)).one())
    session.commit()
