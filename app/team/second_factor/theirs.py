"""What somebody proves beside their password that it is them: an app's codes, passkeys, and how both come and go."""

from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.team.second_factor.authenticator import kept
from app.team.sessions import end_sessions
from models import Organizer, OrganizerPasskey

AN_APP = "authenticator"  # Flask-Security's word for it


@dataclass(frozen=True)
class SecondFactor:
    """What somebody has: an app or not, their passkeys' names, and how many recovery codes are left."""

    app: bool
    passkeys: tuple[str, ...]
    codes_left: int

    @property
    def is_there(self) -> bool:
        """Whether they are asked for anything beside their password."""
        return self.app or bool(self.passkeys)


def second_factor(organizer: Organizer) -> SecondFactor:
    """What this organizer has. Passkeys are one statement."""
    return SecondFactor(
        has_app(organizer), tuple(it.name for it in organizer.webauthn), len(organizer.mf_recovery_codes or ())
    )


def has_app(organizer: Organizer) -> bool:
    """Whether codes of an app are asked for."""
    return bool(organizer.tf_primary_method and organizer.tf_totp_secret)


def has_one(organizer: Organizer) -> bool:
    """Whether anything is asked for beside the password; no statement for those who have an app."""
    return has_app(organizer) or bool(organizer.webauthn)


def use_app(session: Session, vault: PhoneVault, organizer: Organizer, secret: str, step: int) -> None:
    """Ask for this app's codes from now on, in place of one before; its first code, of this step, has counted."""
    organizer.tf_primary_method, organizer.tf_totp_secret = AN_APP, kept(vault, secret)
    organizer.totp_step = step
    session.flush()


def drop_app(session: Session, organizer: Organizer) -> None:
    """Ask for no codes of an app any more."""
    organizer.tf_primary_method = organizer.tf_totp_secret = None
    _drop_codes_without_use(session, organizer)


def drop_passkey(session: Session, organizer: Organizer, passkey_id: int) -> str | None:
    """Let one of their passkeys open nothing any more; its name, or None if they have none such."""
    mine = (OrganizerPasskey.id == passkey_id) & (OrganizerPasskey.user_id == organizer.id)
    name = session.scalar(delete(OrganizerPasskey).where(mine).returning(OrganizerPasskey.name))
    session.expire(organizer, ["webauthn"])
    _drop_codes_without_use(session, organizer)
    return name


def reset(session: Session, organizer: Organizer) -> None:
    """Let the password be enough until they set up another, and end their sessions: they have lost everything."""
    session.execute(delete(OrganizerPasskey).where(OrganizerPasskey.user_id == organizer.id))
    session.expire(organizer, ["webauthn"])
    end_sessions(session, organizer.id)
    drop_app(session, organizer)


def _drop_codes_without_use(session: Session, organizer: Organizer) -> None:
    if not has_one(organizer):
        organizer.mf_recovery_codes = None
    session.flush()
