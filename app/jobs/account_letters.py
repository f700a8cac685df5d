"""What is written to people of the team about their accounts; links are made here, when the letter is sent."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.extensions import Given
from app.outgoing.mail import Letter
from app.team.addresses import is_taken
from app.team.new_address import address_link
from app.team.reset_links import reset_link
from models import Organizer

FORGOTTEN = """\
Somebody, probably you, has forgotten the password of {address} at Ringdown.

Choose a new one here, within two hours:

{link}

The link works once. If it was not you, do nothing: your password stays as it is.
"""
NEW_ADDRESS = """\
{old} wants to sign in at Ringdown with this address from now on.

If that is you, say so here, within a day:

{link}

If it is not you, do nothing.
"""
ADDRESS_CHANGED = """\
You sign in at Ringdown with {new} from now on, no longer with this address.

If that was not you, ask an admin of your team at once to sign you out everywhere and to change it back:

{link}
"""


def new_password(session: Session, own: Given, _about: int, address: str) -> Letter | None:
    """The link for a new password; nothing where nobody has this address."""
    organizer = session.scalar(select(Organizer).where(func.lower(Organizer.email) == address, Organizer.active))
    if organizer is None:
        return None
    link = reset_link(own.settings.public_base_url, own.tokens, organizer, own.clock())
    return Letter(organizer.email, "Choose a new password", FORGOTTEN.format(address=organizer.email, link=link))


def new_address(session: Session, own: Given, organizer_id: int, address: str) -> Letter | None:
    """The link that makes an address theirs; nothing where somebody has it already."""
    organizer = session.get(Organizer, organizer_id)
    if organizer is None or not organizer.active or is_taken(session, address):
        return None
    link = address_link(own.settings.public_base_url, own.vault, organizer, address, own.clock())
    return Letter(address, "Is this your address?", NEW_ADDRESS.format(old=organizer.email, link=link))


def address_changed(session: Session, own: Given, organizer_id: int, old: str) -> Letter | None:
    """Tells the old address: whoever reads it may not be who changed it."""
    organizer = session.get(Organizer, organizer_id)
    if organizer is None:
        return None
    text = ADDRESS_CHANGED.format(new=organizer.email, link=f"{own.settings.public_base_url}/organizers/account")
    return Letter(old, "Your address was changed", text)
