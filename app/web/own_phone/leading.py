"""Leads to the page of the offices to call: its address holds all that it needs, and says nothing to anybody else."""

from dataclasses import replace

from flask import redirect, url_for
from werkzeug.wrappers import Response

from app.calls.own_phone.show import show_offices
from app.calls.own_phone.shown import sealed
from app.calls.plan import PlannedOffice
from app.campaigns.at_door import CampaignAtDoor
from app.extensions import given
from app.guard.visitors import this_visitor
from app.limits.never_rung.not_rung import count_not_rung
from app.limits.placing import WhyNotRing
from app.limits.rooms.room import Room
from app.store.db import db
from app.store.unit import unit
from app.web.filled_in.first_name import remember_name


def page_for(
    campaign: CampaignAtDoor,
    slug: str,
    offices: tuple[PlannedOffice, ...],
    town: str,
    *,
    why_not: WhyNotRing | None = None,
    room: Room | None = None,
    untold: str = "",
    phone_bank_id: int | None = None,
    asked: str = "",
    came_from: str = "",
) -> str:
    """The address of a page for these offices, one showing more of this visitor; it says `why_not` they are rung.

    It is the `room`'s whose code they typed, or of the `phone_bank_id` from which a call before came; `came_from` is
    what their link said.

    The form that led here lies under the key `asked`. For what is left `untold` there, it is counted for organizers.
    """
    own = given()
    now = own.clock()
    with unit(db.session) as work:
        shown = show_offices(
            work.session, campaign, offices, town=town, visitor=this_visitor(now), vault=own.vault, now=now, room=room
        )
        if untold:
            count_not_rung(work.session, campaign.id, untold, now)
    room_id = shown.phone_bank_id or phone_bank_id
    shown = replace(shown, why_not=why_not, phone_bank_id=room_id, asked=asked, came_from=came_from)
    # An anchor of its own, or browsers keep the form's, which leads to its errors.
    return url_for("web.own_phone", slug=slug, token=sealed(own.vault, shown), _anchor="main")


def lead_to(page: str, name: str) -> Response:
    """Go there; the name fills the script, and only the browser keeps it."""
    answer = redirect(page, 303)
    remember_name(answer, name)
    return answer
