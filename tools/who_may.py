"""Writes docs/who-may.md: every address, and who may use it. `make who-may` runs it."""

from collections.abc import Iterable

import click
from flask import Flask
from werkzeug.routing import Rule

from app import create_app
from app.guard.route_classes import Guard
from app.guard.routes import class_of
from app.guard.who_may import least_role
from models import TeamRole

INTRODUCTION = """\
# Who may do what

Made from the routes by `make who-may`; a test keeps it true, and no app starts with a route of which nobody said who
may use it. Viewers and organizers are members of campaigns, and of no other campaign do they see or change anything; an
admin has all of them. Addresses for supporters, programs and the carrier are open to anybody, whose requests are
limited or signed.

| address | | anybody | viewer | organizer | admin |
|---|---|:-:|:-:|:-:|:-:|
"""
METHODS = {"GET", "POST", "PUT", "DELETE"}


def table(app: Flask) -> str:
    """The whole document."""
    return INTRODUCTION + "".join(sorted(_line(app, rule) for rule in app.url_map.iter_rules()))


def _line(app: Flask, rule: Rule) -> str:
    methods = ", ".join(sorted((rule.methods or set()) & METHODS))
    cells = " | ".join((f"`{rule.rule}`", methods, *_marks(app, rule.endpoint)))
    return f"| {cells} |\n"


def _marks(app: Flask, endpoint: str) -> Iterable[str]:
    """For anybody, then for each role."""
    least, route_class = least_role(app, endpoint), class_of(app, endpoint)
    if route_class is not None and route_class.guard is Guard.SIGNATURE:
        return ("signed", *("" for _ in TeamRole))
    if route_class is not None and route_class.guard is Guard.TOKEN:
        return ("with its token", *("" for _ in TeamRole))
    return ("" if least else "yes", *("yes" if least is None or role.may(least) else "" for role in TeamRole))


if __name__ == "__main__":
    click.echo(table(create_app()), nl=False)
