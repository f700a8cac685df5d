"""The phone banks of a campaign: those that are open, to come and over, and the form that opens one."""

from http import HTTPStatus

from flask import render_template, request
from flask_security import current_user
from werkzeug.wrappers import Response

from app.campaigns.in_force import CampaignWords
from app.extensions import given
from app.guard.who_may import least
from app.limits.rooms.codes import written
from app.limits.rooms.opening import Wanted, close_room, open_room, rooms_of
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import LARGEST_ID, found_campaign
from app.organizers.campaigns.phone_banks.form import BEFORE_ANYBODY_TYPES, LONGEST_PLACE, RoomForm
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole
from models.phone_bank import MOST_PEOPLE

PHONE_BANKS = "/campaigns/<int:campaign_id>/phone-banks"
ROOM = f"{PHONE_BANKS}/<int:room_id>"
SUBJECT = "the phone bank at {place}"
BANKS = Page(
    "organizers.phone_banks",
    {
        "closed": Notice("Closed: its code is good no more. Its calls stay in the log."),
        "same": Notice("Nothing was changed: it is over already."),
    },
)
SHEET = Page(
    "organizers.phone_bank",
    {"opened": Notice("The phone bank is made. Print this sheet, or send its link to whoever comes.")},
)


@organizers.get(PHONE_BANKS)
@least(TeamRole.ORGANIZER)
def phone_banks(campaign_id: int) -> str:
    """All of them, and the form."""
    return _page(found_campaign(campaign_id), Filled(BEFORE_ANYBODY_TYPES))


@organizers.post(PHONE_BANKS)
@least(TeamRole.ORGANIZER)
def open_phone_bank(campaign_id: int) -> Response | tuple[str, int]:
    """Make one, and show its sheet."""
    words = found_campaign(campaign_id)
    form = read_form(RoomForm, request.form, now=given().clock())
    if form.meant is None:
        return _page(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    wanted = form.meant.wanted()
    with unit(db.session) as work:
        room_id = open_room(work.session, campaign_id, wanted, by=current_user.email, now=given().clock())
        _note(campaign_id, wanted.place, after=_told(wanted))
    return SHEET.tells("opened", campaign_id=campaign_id, room_id=room_id)


@organizers.post(f"{ROOM}/close")
@least(TeamRole.ORGANIZER)
def close_phone_bank(campaign_id: int, room_id: int) -> Response:
    """Let its code be good no more."""
    found_campaign(campaign_id)
    room_id = min(room_id, LARGEST_ID)
    with unit(db.session) as work:
        is_closed = close_room(work.session, campaign_id, room_id, given().clock())
        if is_closed:
            _note(campaign_id, rooms_of(work.session, campaign_id, room_id)[0].place, after={"is": "closed"})
    return BANKS.tells("closed" if is_closed else "same", campaign_id=campaign_id)


def _page(words: CampaignWords, form: Filled[RoomForm]) -> str:
    now, rooms = given().clock(), rooms_of(db.session, words.id)
    return render_template(
        "organizers/campaigns/phone_banks/page.html",
        campaign=words,
        now=now,
        rooms=[room for room in rooms if not room.is_over(now)],
        over=[room for room in rooms if room.is_over(now)],
        form=form,
        most_people=MOST_PEOPLE,
        longest_place=LONGEST_PLACE,
        written=written,
        notice=BANKS.notice(),
    )


def _told(wanted: Wanted) -> dict[str, object]:
    opens, closes = wanted.opens_at.isoformat(), wanted.closes_at.isoformat()
    return {"people": wanted.people, "opens": opens, "closes": closes}


def _note(campaign_id: int, place: str, after: dict[str, object]) -> None:
    subject = SUBJECT.format(place=place)
    note(db.session, AuditAct.CAMPAIGN_CHANGED, subject, campaign_id=campaign_id, after=after)
