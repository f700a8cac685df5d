"""What a page needs to ask for a passkey, and what the browser answered."""

from dataclasses import dataclass

from flask import request
from sqlalchemy.orm import Session

from app.extensions import given
from app.guard.tokens import BadTokenError
from app.team.second_factor.site import Site, new_challenge, site_of
from models import Organizer

PURPOSE = "passkey"
GOOD_FOR = 600  # seconds
LONGEST_ANSWER = 20_000
DID_NOT_FIT = "That passkey did not fit, or the page has grown old. Please try once more."


@dataclass(frozen=True)
class Asked:
    """The question for the browser, and the token that comes back with its answer."""

    options: str
    token: str
    site: Site
    has_any: bool  # passkeys that are of this site


def here() -> Site:
    """The site that passkeys are bound to: by its public address, whatever host a request names."""
    return site_of(given().settings.public_base_url)


def asked(organizer: Organizer, *, to_make: bool = False) -> Asked:
    """A question of this moment, to this organizer alone."""
    from app.team.second_factor.passkeys import (  # noqa: PLC0415 - only who has to do with a passkey pays for it
        asks_for_one,
        asks_to_make,
    )

    challenge, site = new_challenge(), here()
    options = (asks_to_make if to_make else asks_for_one)(organizer, site, challenge)
    token = given().tokens.sign_for_a_while(PURPOSE, [organizer.id, challenge])
    return Asked(options, token, site, has_any=any(it.host == site.host for it in organizer.webauthn))


def answered(organizer: Organizer) -> tuple[str, str] | None:
    """The challenge and the answer to it, as sent; None where they are another's, or of long ago."""
    try:
        whose, challenge = given().tokens.read_young(PURPOSE, request.form.get("asked", ""), max_age=GOOD_FOR)
    except BadTokenError:
        return None
    return (challenge, request.form.get("answer", "")[:LONGEST_ANSWER]) if whose == organizer.id else None


def proven(session: Session, organizer: Organizer) -> bool:
    """Whether the browser answered with one of their passkeys."""
    from app.team.second_factor.passkeys import is_theirs  # noqa: PLC0415 - see above

    answer = answered(organizer)
    if answer is None:
        return False
    return is_theirs(session, organizer, here(), challenge=answer[0], answer=answer[1], now=given().clock())
