"""A working address for every route that answers a GET, with the route's class."""

import re
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.guard.route_classes import RouteClass
from app.guard.routes import class_of
from models import Call, Edition
from tests.world.campaign.prompts import a_recording
from tests.world.people.supporter import Supporter


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
        "campaign_id": str(campaign),
        "edition_id": str(session.scalar(select(Edition.id).where(Edition.published_at.is_not(None)))),
        "language": "en",
        "key": "goodbye",
        "name": a_recording(session).name,
    }
    dials = Supporter(client).asks_to_be_called(dial="1").location
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    paths = [(rule, rule.rule.replace("/c/<slug:slug>/dial/<token>", dials)) for rule in rules]
    return [
        Address(re.sub(r"<(?:\w+:)?(\w+)>", lambda blank: known[blank[1]], path), class_of(app, rule.endpoint))
        for rule, path in paths
    ]
