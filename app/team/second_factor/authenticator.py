"""The codes of an authenticator app: a new one every half minute, and each counts once."""

from datetime import datetime, timedelta

from passlib.exc import TokenError
from passlib.totp import TOTP
from sqlalchemy import or_, update
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.guard.seals.column import SealedColumn
from models import Organizer

PURPOSE = "authenticator"
ISSUER = "Ringdown"  # the app lists the account under this name
A_STEP = 30  # seconds; a code may be of the step before or after the present one
FAR_OFF = timedelta(hours=1)  # a clock that is further off is one that nobody has set
SEALED = (
    SealedColumn(
        "authenticator apps",
        Organizer.tf_totp_secret,
        PURPOSE,
        in_hex=True,
        cure="whoever uses one signs in by a recovery code and sets it up anew, or `flask team reset-second-factor`",
    ),
)


def new_secret() -> str:
    """A secret for an app and us, in the letters and digits that one can type."""
    return str(TOTP.new().base32_key)


def in_fours(secret: str) -> str:
    """The secret as it is easiest to type."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def address_of(secret: str, email: str) -> str:
    """What the app reads from a picture."""
    return str(TOTP(key=secret, issuer=ISSUER).to_uri(email))


def kept(vault: PhoneVault, secret: str) -> str:
    """The secret as it stands in the database."""
    return vault.encrypt(secret, purpose=PURPOSE).hex()


def secret_of(vault: PhoneVault, stored: str) -> str | None:
    """The secret again; None where its key is gone."""
    return vault.opened(bytes.fromhex(stored), purpose=PURPOSE)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The half minute of a code that is right now, give or take one; None of any other."""
    return _matching(secret, code, now, A_STEP)


def minutes_off(secret: str, code: str, now: datetime) -> int | None:
    """How far the clock is off by which this code is right: before ours, if more than nothing, or behind it."""
    step = _matching(secret, code, now, int(FAR_OFF.total_seconds()))
    return None if step is None else round((step - now.timestamp() // A_STEP) * A_STEP / 60)


def take_step(session: Session, organizer_id: int, step: int) -> bool:
    """Let the code of this half minute count, and none of it, or of one before, ever again."""
    newer = or_(Organizer.totp_step.is_(None), Organizer.totp_step < step)
    mine = update(Organizer).where(Organizer.id == organizer_id, newer).values(totp_step=step)
    return session.scalar(mine.returning(Organizer.id)) is not None


def _matching(secret: str, code: str, now: datetime, window: int) -> int | None:
    try:
        return int(TOTP(key=secret).match(code, time=int(now.timestamp()), window=window).counter)
    except TokenError:
        return None
