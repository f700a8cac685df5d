"""An organizer in front of a browser, and calls that happened."""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from contextvars import Context
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse, encode_multipart

from app import create_app
from app.apart import AT_ONCE, a_place, places
from app.calls.life.carrier_events import STATUS, event_key, shown_of
from app.config import Settings
from app.limits.numbers import sealed_number
from app.store.db import close_db
from app.team.create import create_organizer
from models import (
    Call,
    CalledOffice,
    CallSource,
    CallStatus,
    CarrierEvent,
    Leg,
    LegRole,
    LegStatus,
    OfficeHolder,
    OfficeLine,
    TeamRole,
)

EMAIL, PASSWORD = "organizer@example.org", "a long password of the tests"
CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)

FORM = re.compile(r'<form [^>]*action="([^"#]+)[^>]*>(.*?)</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')

Called = Callable[..., Call]


def hidden_fields(page: str, action: str, **which: object) -> dict[str, str]:
    """What a form of a page sends unseen: the first form with this action and these fields, nothing without one."""
    forms = [dict(HIDDEN.findall(form)) for to, form in FORM.findall(page) if to == action]
    wanted = {name: str(value) for name, value in which.items()}
    return next((form for form in forms if wanted.items() <= form.items()), {})


@dataclass
class Organizer:
    """Somebody who runs campaigns."""

    client: FlaskClient

    def opens(self, path: str, **query: Any) -> TestResponse:
        """Look at a page."""
        return self._asks("GET", path, query_string=query or None)

    def sends(self, path: str, **form: Any) -> TestResponse:
        """Send a form just as it is given."""
        return self._asks("POST", path, data=form)

    def follows(self, page: str, path: str, **form: Any) -> str:
        """Send a form of this page, and read what follows, whether that is a page of its own or the form again."""
        token = CSRF.search(self.reads(page))
        answer = self.sends(path, csrf_token=token[1] if token else "", **form)
        return self.reads(answer.location.partition("#")[0]) if answer.location else answer.text

    def uploads(self, path: str, **form: Any) -> TestResponse:
        """Send a form with a file: what can be read, and what it is called."""
        boundary, body = encode_multipart(form)
        return self._asks("POST", path, data=body, content_type=f"multipart/form-data; boundary={boundary}")

    def _asks(self, method: str, path: str, **how: Any) -> TestResponse:
        """Every request has a context of its own, as on a server, and remembers nothing but its cookies."""
        return Context().run(self.client.open, path, method=method, buffered=True, **how)

    def reads(self, path: str = "/organizers/calls", **query: Any) -> str:
        """The text of a page that must be there."""
        page = self.opens(path, **query)
        assert page.status_code == 200
        return page.text

    def signs_in(self, email: str = EMAIL, password: str = PASSWORD, **more: str) -> TestResponse:
        """Fill the form and send it."""
        token = CSRF.search(self.opens("/sign-in").text)
        form = {"csrf_token": token[1] if token else "", "email": email, "password": password}
        return self.sends("/sign-in", **form | more)

    def signs_out(self) -> TestResponse:
        """Press the button at the top of the page."""
        token = CSRF.search(self.reads())
        return self.sends("/sign-out", csrf_token=token[1] if token else "")


@pytest.fixture
def organizer(client: FlaskClient, session: Session) -> Organizer:
    """An organizer with an account, who has not signed in."""
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    return Organizer(client)


@pytest.fixture
def signed_in(organizer: Organizer, app: Flask) -> Organizer:
    """An organizer who has signed in: by a form as if its page stood there, which would cost as much again."""
    form = {"csrf_token": csrf_unseen(organizer.client, app), "email": EMAIL, "password": PASSWORD}
    assert organizer.sends("/sign-in", **form).status_code == 302
    return organizer


def csrf_unseen(client: FlaskClient, app: Flask) -> str:
    """What a form says that was shown to this browser."""
    kept = secrets.token_hex()
    with client.session_transaction() as browser:
        browser["csrf_token"] = kept
    return URLSafeTimedSerializer(app.secret_key, salt="wtf-csrf-token").dumps(kept)


@pytest.fixture
def no_place(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As many files as can be at once are being looked into, and nobody waits for them."""
    monkeypatch.setattr(places, "PATIENCE", 0.0)
    with ExitStack() as others:
        for _ in range(AT_ONCE):
            others.enter_context(a_place())
        yield


@pytest.fixture
def app_over_https(settings: Settings) -> Iterator[Flask]:
    """The app as it runs behind https."""
    app = create_app(settings.model_copy(update={"public_base_url": "https://localhost"}))
    app.config["PREFERRED_URL_SCHEME"] = "https"
    yield app
    close_db(app)


@pytest.fixture
def called(session: Session, app: Flask, campaign: int) -> Called:
    """Writes a call that is over into the log; every column can be chosen."""
    vault = app.extensions["ringdown"].vault
    holder = session.scalars(select(OfficeHolder).where(OfficeHolder.name == "Pat Duffy")).one()
    line_id = session.scalar(select(OfficeLine.id).limit(1))

    def office(rank: int = 0, **columns: Any) -> CalledOffice:
        usual: dict[str, Any] = {
            "rank": rank,
            "nth": rank + 1,
            "how_found": "town",
            "district_geoid": holder.district_geoid,
            "office_holder_id": holder.id,
            "office_line_id": line_id,
            "line_kind": "capitol",
        }
        return CalledOffice(**usual | columns)

    def call(*, at: datetime = NOON, phone: str | None = "+16175550123", offices: Any = ({},), **columns: Any) -> Call:
        usual: dict[str, Any] = {
            "created_at": at,
            "campaign_id": campaign,
            "campaign_version": 1,
            "source": CallSource.WEB,
            "phone_encrypted": phone and sealed_number(phone, vault),
            "town": "Holyoke",
            "offices": [office(rank, **what) for rank, what in enumerate(offices)],
            "status": CallStatus.COMPLETED,
            "ended_at": at,
        }
        made = Call(**usual | columns)
        session.add(made)
        session.commit()
        return made

    return call


@pytest.fixture
def told(session: Session) -> Callable[..., None]:
    """Writes down what the carrier told of a call: a report of the supporter's leg."""

    def tell(call: Call, name: str, at: datetime = NOON, **form: str) -> None:
        if session.scalar(select(Leg).where(Leg.call_id == call.id)) is None:
            session.add(Leg(call_id=call.id, role=LegRole.SUPPORTER, carrier_sid="CA1", status=LegStatus.COMPLETED))
        heard = {"key": event_key("CA1", STATUS, name), "kind": STATUS, "name": name, "told": shown_of(form)}
        session.add(CarrierEvent(call_id=call.id, at=at, **heard))
        session.commit()

    return tell
