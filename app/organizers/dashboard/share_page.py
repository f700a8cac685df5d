"""A link to send to people of one district whose office nobody has reached yet."""

from http import HTTPStatus

from flask import abort, render_template

from app.extensions import settings
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.representatives import directory, towns_of
from app.store.db import db
from models import TeamRole

TEXT = (
    "{who} has not heard from us about {subject} yet. Do you live in {towns}? One call of three minutes changes that: "
    "{address}"
)


@organizers.get("/campaigns/<int:campaign_id>/share/<geoid>")
@least(TeamRole.VIEWER)
def share(campaign_id: int, geoid: str) -> str:
    """The text to send, with a link by which one sees later who came from there."""
    words, seat = found_campaign(campaign_id), directory(db.session).seats.get(geoid)
    if seat is None or seat.holder is None:
        abort(HTTPStatus.NOT_FOUND)
    towns = towns_of(geoid)
    address = f"{settings().public_base_url}/c/{words.slug}?from={seat.geoid}"
    who = f"{seat.title} {seat.holder.name}" if seat.title else seat.holder.name
    text = TEXT.format(who=who, subject=words.subject, towns=_or(towns) or seat.district, address=address)
    return render_template("organizers/dashboard/share.html", words=words, seat=seat, towns=towns, text=text)


def _or(towns: tuple[str, ...]) -> str:
    """A, B or C: a few of them."""
    few = towns[:4]
    return f"{', '.join(few[:-1])} or {few[-1]}" if len(few) > 1 else "".join(few)
