"""Makes organizers' accounts: nobody registers by themselves."""

from uuid import uuid4

from flask_security import hash_password
from flask_security.proxies import _security
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.team.addresses import address_of
from models import Organizer, TeamRole


def create_organizer(
    session: Session, email: str, password: str, *, role: TeamRole, replace_password: bool = False
) -> bool:
    """Make the account unless it is there; returns whether it was made. Needs the app's context.

    Whoever is there keeps their role, and their password, unless it is to be replaced; that ends their sessions too.
    """
    address = address_of(email)
    organizer = session.scalar(select(Organizer).where(Organizer.email == address))
    is_new = organizer is None
    if organizer is None:
        organizer = Organizer(email=address, active=True, role=role)
        session.add(organizer)
    if is_new or replace_password:
        organizer.password = hash_password(_security.password_util.normalize(password))
        organizer.fs_uniquifier = uuid4().hex
    session.flush()
    return is_new
