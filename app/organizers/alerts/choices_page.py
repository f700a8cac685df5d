"""Which alerts somebody has by mail: under their account, each for themselves."""

from flask import render_template, request
from werkzeug.wrappers import Response

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.notices import Notice, Page
from app.outgoing.alerts import BY_MAIL, LEAST, NAMES
from app.store.db import db
from app.store.unit import unit
from app.team.alert_choices import choose_alerts, chosen_alerts
from models import AlertKind, TeamRole

ALERTS = Page(
    "organizers.alerts",
    {
        "changed": Notice("Changed. The next mail goes by it."),
        "same": Notice("Nothing was changed: it is so already."),
    },
)


@organizers.get("/account/alerts")
@least(TeamRole.VIEWER)
def alerts() -> str:
    """What can be chosen, and what is."""
    return render_template(
        "organizers/alerts/choices.html",
        offered={kind: NAMES[kind] for kind in _offered()},
        chosen=chosen_alerts(db.session, signed_in().id),
        is_mail_set_up=given().mailer.is_set_up,
        may_try_mail=signed_in().may(TeamRole.ADMIN),
        notice=ALERTS.notice(),
    )


@organizers.post("/account/alerts")
@least(TeamRole.VIEWER)
def change_alerts() -> Response:
    """Choose others."""
    wanted = [kind for kind in _offered() if kind in request.form.getlist("kind")]
    with unit(db.session) as work:
        is_changed = choose_alerts(work.session, signed_in().id, wanted)
    return ALERTS.tells("changed" if is_changed else "same")


def _offered() -> tuple[AlertKind, ...]:
    """Those that may concern somebody of their role."""
    return tuple(kind for kind in BY_MAIL if signed_in().may(LEAST.get(kind, TeamRole.VIEWER)))
