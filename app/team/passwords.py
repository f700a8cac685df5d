"""Passwords of the team: which is good enough, whether one is right, and a new one in place of the old."""

from flask_security import hash_password, verify_password
from flask_security.proxies import _security
from sqlalchemy.orm import Session

from app.team.sessions import end_sessions
from app.team.well_known import is_well_known
from models import Organizer

SHORTEST = 14
LONGEST = 200
TOO_SHORT = (
    f"Choose a password of at least {SHORTEST} characters, such as four words that have nothing to do with each other."
)
TOO_LONG = f"Choose a password of at most {LONGEST} characters."
WELL_KNOWN = "Others would try this one first. Choose words that have nothing to do with each other, nor with you."


def fault_of_password(password: str, about: str = "") -> str:
    """Why it is not good enough and what to do instead, nothing if it is; `about` is the address of whose it will be.

    What it consists of is up to them: rules about that make passwords worse, and people tired.
    """
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    return WELL_KNOWN if is_well_known(password, about) else ""


def is_password_of(organizer: Organizer, password: str) -> bool:
    """Whether it is theirs."""
    return bool(organizer.password and verify_password(_normal(password), organizer.password))


def set_password(session: Session, organizer: Organizer, password: str, *, but: bytes | None = None) -> None:
    """Let them sign in with this one only. It ends their sessions, but one, and whatever link resets the old one."""
    organizer.password = hash_password(_normal(password))
    end_sessions(session, organizer.id, but=but)


def _normal(password: str) -> str:
    normal: str = _security.password_util.normalize(password)
    return normal
