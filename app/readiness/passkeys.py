"""Whose passkeys end because this server has another address than when they were made."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.readiness.check import About, Check, Weight
from app.team.second_factor.site import Site, site_of
from models import Organizer, OrganizerPasskey

MOST_NAMES = 5
SHUT_OUT = (
    "PUBLIC_BASE_URL says {host}, and the passkeys that these have are for another address, so that they cannot sign "
    "in: {whose}."
)
LET_IN = (
    "Set it back, or let them in again: an admin resets their second factor on the team's page, and on this server "
    "`flask team reset-second-factor` does."
)
ENDED = "PUBLIC_BASE_URL says {host}, and some passkeys are for another address, and open nothing: of {whose}."
MAKE_NEW = "They sign in with what else they have, and make new ones under Account."


def passkey_checks(session: Session, public_base_url: str) -> Iterator[Check]:
    """Those first who have nothing else to sign in with."""
    site = site_of(public_base_url)
    ended = select(OrganizerPasskey.user_id).where(OrganizerPasskey.host != site.host)
    theirs = session.scalars(select(Organizer).where(Organizer.id.in_(ended), Organizer.active)).unique()
    shut_out, others = list[str](), list[str]()
    for organizer in sorted(theirs, key=lambda one: one.email):
        (others if _has_another(organizer, site) else shut_out).append(organizer.email)
    if shut_out:
        sentence = SHUT_OUT.format(host=site.host, whose=_names(shut_out))
        yield Check(About.ADDRESS, Weight.WARNS, sentence, LET_IN)
    if others:
        yield Check(About.ADDRESS, Weight.HINTS, ENDED.format(host=site.host, whose=_names(others)), MAKE_NEW)


def _has_another(organizer: Organizer, site: Site) -> bool:
    return bool(organizer.tf_totp_secret) or any(passkey.host == site.host for passkey in organizer.webauthn)


def _names(whose: list[str]) -> str:
    more = len(whose) - MOST_NAMES
    return ", ".join(whose[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
