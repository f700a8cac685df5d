"""The people who run campaigns and read the log; the one model file that may know Flask-Security."""

from flask_security.models import sqla

from models.base import Base

sqla.FsModels.set_db_info(base_model=Base, user_table_name="organizer", role_table_name="organizer_role")  # type: ignore[no-untyped-call]


# Flask-Security finds these three by their class names; everybody else uses the names below them.
class Role(Base, sqla.FsRoleMixin):
    """What an organizer may do."""

    __tablename__ = "organizer_role"


class User(Base, sqla.FsUserMixin):
    """One organizer who can sign in."""

    __tablename__ = "organizer"


class WebAuthn(Base, sqla.FsWebAuthnMixin):
    """A passkey of an organizer."""

    __tablename__ = "organizer_passkey"


Organizer, OrganizerRole, OrganizerPasskey = User, Role, WebAuthn
