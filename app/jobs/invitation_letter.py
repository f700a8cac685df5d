"""What is written to somebody whom an admin invites to the team; the link is made here, when the letter is sent."""

from sqlalchemy.orm import Session

from app.extensions import Given
from app.outgoing.mail import Letter
from app.team.invitations.inviting import invitation_of, key_to_send
from app.team.invitations.links import join_link

TEXT = """\
{by} invites you to the team that runs telephone campaigns with Ringdown, as {role}.

Join here, within a week:

{link}

The link works once. If you do not know who that is, do nothing.
"""


def invitation(session: Session, own: Given, about: int, _more: str) -> Letter | None:
    """The letter; none where they joined meanwhile, the invitation was withdrawn, or a link was made by hand."""
    key = key_to_send(session, about)
    offer = invitation_of(session, key) if key else None
    if key is None or offer is None:
        return None
    text = TEXT.format(by=offer.made_by, role=offer.part.role, link=join_link(own.settings.public_base_url, key))
    return Letter(offer.email, f"{offer.made_by} invites you to Ringdown", text)
