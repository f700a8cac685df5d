"""The number of a campaign that has ended: it stays until another day, or is let go, and never by itself."""

from http import HTTPStatus

from flask import request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.campaigns.state.by_date import kept_until
from app.campaigns.state.number import keep_number_until, let_number_go
from app.extensions import given
from app.guard.who_may import least
from app.organizers.audited import noted
from app.organizers.blueprint import organizers
from app.organizers.campaigns.audit import told_of_number
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.state.form import NumberForm
from app.organizers.campaigns.state.page import STATE, STATE_PAGE, show
from app.serving.forms import read_form
from app.store.alerts import alert_over
from app.store.db import db
from app.store.unit import unit
from models import AlertKind, TeamRole


@organizers.post(f"{STATE}/number")
@least(TeamRole.ORGANIZER)
def change_number_kept(campaign_id: int) -> Response | tuple[str, int]:
    """Keep it longer, or let it go."""
    words, form = found_campaign(campaign_id), read_form(NumberForm, request.form, now=given().clock())
    if form.meant is None:
        return show(words, form), HTTPStatus.UNPROCESSABLE_ENTITY
    meant = form.meant

    def change(session: Session) -> bool:
        if meant.goes:
            return let_number_go(session, words.id)
        return keep_number_until(session, words.id, meant.number_kept_until or kept_until(given().clock()))

    with unit(db.session) as work:
        changed = noted(work.session, told_of_number(words), lambda: change(work.session))
        if changed:
            alert_over(work.session, AlertKind.NUMBER_KEPT, str(words.id), now=given().clock())
    done = ("gone" if meant.goes else "kept") if changed else "same"
    return STATE_PAGE.tells(done, campaign_id=campaign_id)
