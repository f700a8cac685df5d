"""Add somebody to the team, say what they may do, take them out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli.session import make_ready
from app.cli.team.by_command import INVITES, note
from app.extensions import given, settings
from app.store.db import db
from app.store.unit import unit
from app.team.addresses import AddressTakenError, NoAddressError, address_of
from app.team.invitations.inviting import invite
from app.team.invitations.links import join_link
from app.team.people.admins import LastAdminError
from app.team.people.changing import change_part, remove_member
from app.team.people.members import Member, member_named
from app.team.people.parts import Part, as_told
from app.team.second_factor.theirs import reset
from models import AuditAct, Campaign, Organizer, TeamRole

Command = TypeVar("Command", bound=Callable[..., None])

ROLES = click.Choice([one.value for one in TeamRole])
LINK = """{email} joins as {role} by this link; it works once, within a week:

  {link}
"""
LAST = "{email} is the last admin. Make somebody else one first: flask team add EMAIL --role admin"


def _of_campaigns(command: Command) -> Command:
    said = "The last part of a campaign's address, such as safe-communities; may be given several times."
    return click.option("--campaign", "slugs", multiple=True, help=said)(command)


@click.command("add")
@click.argument("email")
@click.option("--role", type=ROLES, default=TeamRole.ORGANIZER.value, show_default=True)
@_of_campaigns
@with_appcontext
def add(email: str, role: str, slugs: tuple[str, ...]) -> None:
    """Print a link by which EMAIL joins the team."""
    make_ready()
    with unit(db.session) as work:
        part, address = _part(work.session, role, slugs), _address(email)
        try:
            key = invite(work.session, part, address, by=INVITES, now=given().clock())
        except AddressTakenError:
            raise click.ClickException(f"{address} is in the team already. To change that: flask team role") from None
        note(work.session, AuditAct.INVITED, address, after=as_told(work.session, part))
    click.echo(LINK.format(email=address, role=role, link=join_link(settings().public_base_url, key)))


@click.command("role")
@click.argument("email")
@click.argument("role", type=ROLES)
@_of_campaigns
@with_appcontext
def role(email: str, role: str, slugs: tuple[str, ...]) -> None:
    """Let EMAIL be viewer, organizer or admin, of these campaigns and no others."""
    make_ready()
    with unit(db.session) as work, _an_admin_is_left(email):
        somebody = _somebody(work.session, email)
        before, after = change_part(work.session, somebody.id, _part(work.session, role, slugs), asked_by=None)
        note(
            work.session,
            AuditAct.ROLE_CHANGED,
            somebody.email,
            before=as_told(work.session, before),
            after=as_told(work.session, after),
        )
    click.echo(f"{somebody.email} is {role} now.")


@click.command("remove")
@click.argument("email")
@with_appcontext
def remove(email: str) -> None:
    """Take EMAIL out of the team: they are signed out everywhere at once."""
    make_ready()
    with unit(db.session) as work, _an_admin_is_left(email):
        gone = remove_member(work.session, _somebody(work.session, email).id, asked_by=None)
        note(work.session, AuditAct.REMOVED, gone.email, before=as_told(work.session, gone.part))
    click.echo(f"{gone.email} is out of the team.")


@click.command("reset-second-factor")
@click.argument("email")
@with_appcontext
def reset_second_factor(email: str) -> None:
    """Let EMAIL sign in by the password alone: for whoever has lost app, passkey and recovery codes."""
    make_ready()
    with unit(db.session) as work:
        somebody = _somebody(work.session, email)
        reset(work.session, work.session.get_one(Organizer, somebody.id))
        note(work.session, AuditAct.SECOND_FACTOR_CHANGED, somebody.email, after={"second factor": "reset"})
    click.echo(f"{somebody.email} signs in by the password alone now, and is signed out everywhere.")


@contextmanager
def _an_admin_is_left(email: str) -> Iterator[None]:
    try:
        yield
    except LastAdminError:
        raise click.ClickException(LAST.format(email=email)) from None


def _address(email: str) -> str:
    try:
        return address_of(email)
    except NoAddressError:
        raise click.ClickException(f"{email} is no e-mail address.") from None


def _somebody(session: Session, email: str) -> Member:
    somebody = member_named(session, _address(email))
    if somebody is None:
        raise click.ClickException(f"{email} is not in the team. To invite them: flask team add {email}")
    return somebody


def _part(session: Session, role: str, slugs: tuple[str, ...]) -> Part:
    known = {slug: campaign_id for campaign_id, slug in session.execute(select(Campaign.id, Campaign.slug))}
    for slug in slugs:
        if slug not in known:
            raise click.ClickException(f"There is no campaign {slug}. There are: {', '.join(sorted(known)) or 'none'}.")
    return Part(TeamRole(role), frozenset(known[slug] for slug in slugs)).of_role()
