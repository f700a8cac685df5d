"""The people who run campaigns and read the log; the one model file that may know Flask-Security."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base


class TeamRole(StrEnum):
    """What somebody of the team may do, the least first: who may more may all that those before may."""

    VIEWER = "viewer"  # reads numbers and the log, of their campaigns
    ORGANIZER = "organizer"  # makes and changes campaigns, theirs, and the offices' lines
    ADMIN = "admin"  # all of it, of every campaign, and the team, the carrier, the budget

    def may(self, least: "TeamRole") -> bool:
        """Whether this role is at least that one."""
        roles = list(TeamRole)
        return roles.index(self) >= roles.index(least)


@contextmanager
def _as_if_not_installed(*modules: str) -> Iterator[None]:
    before = {module: sys.modules.get(module) for module in modules}
    sys.modules.update(dict.fromkeys(modules))  # type: ignore[arg-type]  # None: so Python itself marks what cannot be imported
    try:
        yield
    finally:
        for module, loaded in before.items():
            del sys.modules[module]
            if loaded:
                sys.modules[module] = loaded


# It would load the carrier's whole client, for text messages that we never let it send, and what reads the answers of
# passkeys, which our own pages do, and no worker.
with _as_if_not_installed("twilio.rest", "webauthn"):
    from flask_security.models import sqla

sqla.FsModels.set_db_info(base_model=Base, user_table_name="organizer", role_table_name="organizer_role")  # type: ignore[no-untyped-call]


# Flask-Security finds these three by their class names; everybody else uses the names below them.
class Role(Base, sqla.FsRoleMixin):
    """Flask-Security's own roles, of which we use none: everybody of the team has one `TeamRole`."""

    __tablename__ = "organizer_role"


class User(Base, sqla.FsUserMixin):
    """One organizer who can sign in.

    `totp_step` is the half minute of the last code of an authenticator that counted: no code of it, or of one before,
    counts again.
    """

    __tablename__ = "organizer"

    role: Mapped[TeamRole] = mapped_column(default=TeamRole.VIEWER, server_default="viewer")
    totp_step: Mapped[int | None]
    webauthn: Mapped[list["WebAuthn"]] = relationship(back_populates="user", cascade="all, delete")


class WebAuthn(Base, sqla.FsWebAuthnMixin):
    """A passkey of an organizer. It is bound to the `host` that the server had then, and opens no other."""

    __tablename__ = "organizer_passkey"

    user: Mapped[User] = relationship(back_populates="webauthn")
    host: Mapped[str] = mapped_column(String(255), default="", server_default="")


Organizer = User
OrganizerRole = Role
OrganizerPasskey = WebAuthn
