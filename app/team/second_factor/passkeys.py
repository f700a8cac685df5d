"""Passkeys: a device or a key proves who holds it, to the very host that it was made for.

The library brings certificates and ciphers of its own along, eight megabytes in all: whoever needs this room imports it
only then.
"""

from binascii import Error as NotBase64
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import PublicKeyCredentialDescriptor

from app.team.second_factor.site import Site
from models import Organizer, OrganizerPasskey

NAME = "Ringdown"  # browsers show it, above the host
AS_SECOND_FACTOR = "secondary"  # Flask-Security's word for it
UNREADABLE = (WebAuthnException, NotBase64, KeyError, ValueError)  # what a browser never sends


def asks_to_make(organizer: Organizer, site: Site, challenge: str) -> str:
    """What a browser needs to make one, as JSON."""
    return options_to_json(
        generate_registration_options(
            rp_id=site.host,
            rp_name=NAME,
            user_id=f"organizer {organizer.id}".encode(),
            user_name=organizer.email,
            challenge=challenge.encode(),
            exclude_credentials=_theirs(organizer, site),
        )
    )


def asks_for_one(organizer: Organizer, site: Site, challenge: str) -> str:
    """What a browser needs to ask for one of theirs, as JSON."""
    return options_to_json(
        generate_authentication_options(
            rp_id=site.host, challenge=challenge.encode(), allow_credentials=_theirs(organizer, site)
        )
    )


def keep(
    session: Session, organizer: Organizer, site: Site, *, challenge: str, answer: str, name: str, now: datetime
) -> bool:
    """Keep what the browser made as one of theirs, if it fits; no passkey is kept twice."""
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=challenge.encode(),
            expected_rp_id=site.host,
            expected_origin=site.origin,
        )
    except UNREADABLE:
        return False
    if session.scalar(select(OrganizerPasskey.id).where(OrganizerPasskey.credential_id == made.credential_id)):
        return False
    passkey = OrganizerPasskey(
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        backup_state=made.credential_backed_up,
        device_type=made.credential_device_type,
        lastuse_datetime=_naive(now),
        name=name,
        usage=AS_SECOND_FACTOR,
        host=site.host,
        user_id=organizer.id,
    )
    session.add(passkey)
    session.flush()
    session.expire(organizer, ["webauthn"])
    return True


def is_theirs(
    session: Session, organizer: Organizer, site: Site, *, challenge: str, answer: str, now: datetime
) -> bool:
    """Whether one of their passkeys signed the challenge. Whose key it is matters: another's opens nothing here."""
    try:
        credential = parse_authentication_credential_json(answer)
        passkey = _mine(session, organizer, credential.raw_id)
        if passkey is None:
            return False
        proven = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge.encode(),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count or 0,
        )
    except UNREADABLE:
        return False
    passkey.sign_count, passkey.lastuse_datetime = proven.new_sign_count, _naive(now)
    session.flush()
    return True


def _mine(session: Session, organizer: Organizer, credential_id: bytes) -> OrganizerPasskey | None:
    mine = (OrganizerPasskey.credential_id == credential_id) & (OrganizerPasskey.user_id == organizer.id)
    return session.scalar(select(OrganizerPasskey).where(mine).with_for_update())


def _theirs(organizer: Organizer, site: Site) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=it.credential_id) for it in organizer.webauthn if it.host == site.host]


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
