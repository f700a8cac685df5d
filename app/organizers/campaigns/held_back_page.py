"""Whom nobody of a campaign's supporters calls for now: chosen, and let go again, at once."""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Annotated

from flask import render_template, request
from pydantic import PlainValidator, ValidationInfo
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.campaigns.whom.held_back import call_again, hold_back
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_held_back
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.whom.names import CHAMBERS
from app.organizers.change import saved
from app.organizers.notices import Notice, Page
from app.representatives import Directory, directory
from app.representatives.holders_named import written
from app.representatives.roster.seats import Seat
from app.serving.forms import Filled, Form, Text, Wrong, known, read_form
from app.store.db import db
from models import Chamber, TeamRole

HELD_BACK = "/campaigns/<int:campaign_id>/whom/held-back"
HELD_BACK_PAGE = Page(
    "organizers.held_back",
    {
        "changed": Notice("Done. It holds from this moment on."),
        "same": Notice("Nothing was changed: it is so already."),
        "faster": Notice("Somebody else changed this campaign in the same moment. Try once more.", is_bad=True),
    },
)


def _seated(typed: str, info: ValidationInfo) -> Seat:
    seats = known(info, "directory", Directory).seats_by_holder()
    which = int(typed) if typed.isascii() and typed.isdecimal() else 0
    if which not in seats:
        raise Wrong("Choose an office holder from the list.")
    return seats[which]


class HolderForm(Form):
    """An office holder, by the row in which they sit."""

    holder: Annotated[Seat, Text(limit=18), PlainValidator(_seated)]


@organizers.get(HELD_BACK)
@least(TeamRole.ORGANIZER)
def held_back(campaign_id: int) -> str:
    """Those who are held back, and everybody else to choose from."""
    return _page(found_campaign(campaign_id), directory(db.session), Filled({"holder": ""}))


@organizers.post(HELD_BACK)
@least(TeamRole.ORGANIZER)
def hold_one_back(campaign_id: int) -> Response | tuple[str, int]:
    """Let nobody call them from now on."""
    return _changes(campaign_id, lambda seat: hold_back(db.session, campaign_id, seat.holder.id if seat.holder else 0))


@organizers.post(f"{HELD_BACK}/again")
@least(TeamRole.ORGANIZER)
def call_one_again(campaign_id: int) -> Response | tuple[str, int]:
    """Let them be called again."""
    sitting = directory(db.session).seats_by_holder()

    def again(seat: Seat) -> bool:
        same = {holder_id for holder_id, it in sitting.items() if it.geoid == seat.geoid}
        return call_again(db.session, campaign_id, same)

    return _changes(campaign_id, again)


def _changes(campaign_id: int, change: Callable[[Seat], bool]) -> Response | tuple[str, int]:
    words, facts = found_campaign(campaign_id), directory(db.session)
    form = read_form(HolderForm, request.form, directory=facts)
    if form.meant is None:
        return _page(words, facts, form), HTTPStatus.UNPROCESSABLE_ENTITY
    seat = form.meant.holder
    came = saved(told_of_held_back(words), lambda _who: change(seat))
    return HELD_BACK_PAGE.tells(came, campaign_id=campaign_id)


def _page(words: CampaignWords, facts: Directory, form: Filled[HolderForm]) -> str:
    sitting = facts.seats_by_holder()
    held = {sitting[one].geoid: sitting[one] for one in words.held_back if one in sitting}
    return render_template(
        "organizers/campaigns/held_back.html",
        campaign=words,
        held=_by_name(held.values()),
        others={text: _by_name(_callable(facts, chamber, held)) for chamber, text in CHAMBERS.items()},
        chambers=CHAMBERS,
        errors=form.errors,
        written=written,
        notice=HELD_BACK_PAGE.notice(),
    )


def _callable(facts: Directory, chamber: Chamber | None, held: Mapping[str, Seat]) -> list[Seat]:
    return [seat for seat in facts.seats.values() if seat.holder and seat.chamber is chamber and seat.geoid not in held]


def _by_name(seats: Iterable[Seat]) -> list[Seat]:
    return sorted(seats, key=lambda seat: written(seat).casefold())
