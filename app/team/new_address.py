"""Another e-mail address for somebody of the team: at once, or as soon as they open a link that was sent to it."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidTag
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.team.addresses import AddressTakenError, is_taken
from models import Invitation, Organizer

PURPOSE = "new address"
GOOD_FOR = timedelta(hours=24)
PATH = "/new-address/"


@dataclass(frozen=True)
class NewAddress:
    """Whose address is to be another one."""

    organizer: Organizer
    address: str


def address_link(base_url: str, vault: PhoneVault, organizer: Organizer, address: str, now: datetime) -> str:
    """A link to be sent to the new address: whoever opens it reads what is sent there. It shows no address."""
    wanted = json.dumps([organizer.id, organizer.email, address, int(now.timestamp())])
    token = urlsafe_b64encode(vault.encrypt(wanted, purpose=PURPOSE)).decode()
    return f"{base_url}{PATH}{token}"


def new_address(session: Session, vault: PhoneVault, token: str, now: datetime) -> NewAddress | None:
    """What a link is for, None if it is over: used, a day old, or their address is another one meanwhile."""
    try:
        wanted = vault.decrypt(urlsafe_b64decode(token), purpose=PURPOSE)
    except (InvalidTag, ValueError):
        return None
    organizer_id, until_now, address, made_at = json.loads(wanted)
    if now >= datetime.fromtimestamp(made_at, UTC) + GOOD_FOR:
        return None
    organizer = session.get(Organizer, organizer_id)
    if organizer is None or not organizer.active or organizer.email != until_now:
        return None
    return NewAddress(organizer, address)


def change_address(session: Session, organizer: Organizer, address: str) -> None:
    """Let them sign in with this address instead.

    Raises:
        AddressTakenError: somebody has it, or took it in this very moment; undo the unit of work.
    """
    if is_taken(session, address):
        raise AddressTakenError
    before, organizer.email = organizer.email, address
    try:
        session.flush()
    except IntegrityError as error:
        raise AddressTakenError from error
    invited_by_them = update(Invitation).where(Invitation.made_by == before)
    session.execute(invited_by_them.values(made_by=address))  # theirs still, should they leave the team
