"""A working address for every route that answers a GET, with the route's class."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.in_force import campaign_words
from app.extensions import Given
from app.guard.route_classes import RouteClass
from app.guard.routes import class_of
from app.limits.rooms.opening import Wanted, open_room
from app.representatives import outline_list_of, state_map, street_list_of
from app.team.create import create_organizer
from app.team.invitations.inviting import invite
from app.team.invitations.links import join_link
from app.team.new_address import address_link
from app.team.people.parts import Part
from app.team.reset_links import reset_link
from models import (
    ActionDay,
    Call,
    CalledOffice,
    Edition,
    Feedback,
    Organizer,
    ReportedOutcome,
    ReportSource,
    TeamRole,
)
from tests.world.campaign.action import day_of_action
from tests.world.campaign.campaigns import WHO
from tests.world.campaign.pictures import a_picture
from tests.world.campaign.prompts import a_recording
from tests.world.database.prepared_import import a_prepared_import
from tests.world.people.supporter import Supporter
from voice_flows.said.played import name_of

EMAIL = "ana@example.org"
# Only of a call that was agreed for later, of a campaign that ended; for whoever watches, with a token.
NOT_HERE = (".ics", "/results", "/metrics")


@dataclass(frozen=True)
class Address:
    """Where to ask, and what the answer promises."""

    path: str
    route_class: RouteClass


def working_addresses(app: Flask, client: FlaskClient, campaign: int, session: Session) -> list[Address]:
    """They lead to a call that was asked for, a code that waits to be keyed, a recording, and so on."""
    page = Supporter(client).asks_to_be_called().location
    known = {
        "slug": "safe-communities",
        "token": page.rpartition("/")[2].partition("#")[0],
        "filename": "ringdown.css",
        "geoid": "25130",
        "call_id": str(session.scalar(select(Call.id).order_by(Call.id.desc()).limit(1))),
        "rank": "0",
        "campaign_id": str(campaign),
        "edition_id": str(session.scalar(select(Edition.id).where(Edition.published_at.is_not(None)))),
        "edition": "prepared",
        "language": "en",
        "key": "goodbye",
        "name": a_recording(session).name,
        "piece": name_of("7"),
        "picture": a_picture(session).name,
        "drawing": campaign_words(session, campaign, 1).drawn_picture("en").name,
        "color": "0f5c63",
        "listed": street_list_of(["Acton"])[0],
        "outlined": outline_list_of(["Acton"])[0],
        "digest": state_map().digest,
        "hold_id": "1",
        "prepared_id": str(a_prepared_import(session).id),
        "day_id": str(a_day(session, campaign)),
        "room_id": str(a_room(session, campaign)),
        "note_id": str(a_note(session)),
    }
    links = _links_about_accounts(app, session)
    known["organizer_id"] = str(session.scalars(select(Organizer.id)).first())
    dials = Supporter(client).asks_to_be_called(dial="1").location
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods and not rule.rule.endswith(NOT_HERE)]
    own_phone = Supporter(client).asks_to_be_called(own="1").location.partition("#")[0]
    begun = {"/c/<slug:slug>/dial/<token>": dials, "/c/<slug:slug>/own/<token>": own_phone, **links}
    paths = [(rule, _begun(rule.rule, begun)) for rule in rules]
    return [
        Address(re.sub(r"<(?:\w+:)?(\w+)>", lambda blank: known[blank[1]], path), class_of(app, rule.endpoint))
        for rule, path in paths
    ]


def a_day(session: Session, campaign: int) -> int:
    """A day of action that was a while ago; the same whenever it is asked for."""
    day = WHO["now"].date()
    there = select(ActionDay.id).where(ActionDay.campaign_id == campaign, ActionDay.day == day)
    return session.scalar(there) or day_of_action(session, campaign, day=day)


def a_room(session: Session, campaign: int) -> int:
    """A phone bank that was closed a while ago."""
    wanted = Wanted("First Church hall", 40, WHO["now"], WHO["now"] + timedelta(hours=3))
    room_id = open_room(session, campaign, wanted, by="ana@example.org", now=WHO["now"])
    session.commit()
    return room_id


def a_note(session: Session) -> int:
    """What a supporter wrote of the newest call's office."""
    office = session.scalar(select(CalledOffice.id).order_by(CalledOffice.id.desc()).limit(1))
    note = {"outcome": ReportedOutcome.CONTACT, "note_sealed": b"sealed"}
    session.add(told := Feedback(called_office_id=office, source=ReportSource.PAGE, **note))
    session.commit()
    return told.id


def _begun(path: str, begun: Mapping[str, str]) -> str:
    """The address, where it begins with one that only a token of its own leads to."""
    return next((path.replace(blank, filled) for blank, filled in begun.items() if path.startswith(blank)), path)


def _links_about_accounts(app: Flask, session: Session) -> dict[str, str]:
    """Links as letters bring them."""
    own: Given = app.extensions["ringdown"]
    create_organizer(session, EMAIL, "a long password of the tests", role=TeamRole.ADMIN)
    organizer, now = session.scalars(select(Organizer).where(Organizer.email == EMAIL)).one(), own.clock()
    reset = reset_link("", own.tokens, organizer, now)
    address = address_link("", own.vault, organizer, "bo@example.org", now)
    join = join_link("", invite(session, Part(TeamRole.VIEWER), "", by=EMAIL, now=now))
    session.commit()
    return {"/reset/<token>": reset, "/new-address/<token>": address, "/join/<link>": join}
