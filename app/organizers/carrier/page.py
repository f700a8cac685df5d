"""The carrier at a glance: what is set up, what is not right yet with its cure, and the next thing to do."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from flask import render_template
from werkzeug.wrappers import Response

from app.calls.erasing.told import ask_again, still_there
from app.carrier_setup.api_key import is_key_in_environment
from app.carrier_setup.kept import is_in_environment, kept_setup
from app.carrier_setup.looked import Looked, keep_looked, last_looked
from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.notices import Notice, Page
from app.readiness.campaign.ringing import is_outside
from app.readiness.kept import kept_checks
from app.store.db import db
from app.store.unit import unit
from app.telephony.carrier import CarrierError, CarrierRefused
from models import AuditAct, TeamRole, WhyKept

WHY_KEPT: Mapping[WhyKept | None, str] = {
    None: "It is not their turn yet.",
    WhyKept.UNDER_WAY: "To the carrier these calls are not over yet.",
    WhyKept.REFUSED: "The carrier does not do so, or this account may not ask for it.",
    WhyKept.BUSY: "The carrier was too busy.",
    WhyKept.NO_ANSWER: "The carrier gave no answer that can be read.",
}
GOOD_FOR = timedelta(minutes=1)
CARRIER = Page(
    "organizers.carrier",
    {
        "account": Notice("The carrier takes this account. What it told is below."),
        "environment": Notice(
            "Nothing was changed: this server's settings name an account, and that one is used.", is_bad=True
        ),
        "forgotten": Notice("This account is used no more. Nobody is rung until another is set up."),
        "same": Notice("Nothing was changed: it is so already."),
        "no-answer": Notice("The carrier gave no answer in time. What stands below it told before.", is_bad=True),
        "asked-again": Notice("The carrier is asked again within some minutes to delete all of them."),
        "looked": Notice("Asked anew. What the carrier told is below."),
        "permitted": Notice("From now on the account rings the United States and their territories only."),
        "silent": Notice(
            "The carrier gave no answer in time, so it is not sure that anything was changed. Look again in a minute.",
            is_bad=True,
        ),
        "refused": Notice("The carrier refused, so nothing was changed. What is wrong is below.", is_bad=True),
        "fallback": Notice("That document answers as it should. It is kept."),
        "no-fallback": Notice("No document elsewhere is used any more."),
    },
)


@organizers.get("/carrier")
@least(TeamRole.ADMIN)
def carrier() -> str:
    """What was seen last: nobody is asked, so it is there at once."""
    own = given()
    config = own.account.settings()
    seen = last_looked(db.session, config.twilio_account_sid)
    return render_template(
        "organizers/carrier/page.html",
        config=config,
        from_environment=is_in_environment(settings()),
        key_from_environment=is_key_in_environment(settings()),
        kept=kept_setup(db.session),
        looked=seen[0] if seen else None,
        looked_at=seen[1] if seen else None,
        checks=kept_checks(db.session, config),
        is_outside=is_outside(config),
        records=[(one, WHY_KEPT[one.why]) for one in still_there(db.session)],
        notice=CARRIER.notice(),
    )


@organizers.post("/carrier")
@least(TeamRole.ADMIN)
def look_again() -> Response:
    """Ask the carrier how the account stands now."""
    looked = look_and_keep(given().clock())
    return CARRIER.tells("no-answer" if looked.silent_at == "account" else "looked")


@organizers.post("/carrier/records")
@least(TeamRole.ADMIN)
def ask_for_records_again() -> Response:
    """Ask anew that its records of calls be deleted: what stood in the way is gone."""
    with unit(db.session) as work:
        if ask_again(work.session, given().clock()):
            note(work.session, AuditAct.SETTING_CHANGED, "the carrier's records of calls", after={"asked again": True})
    return CARRIER.tells("asked-again")


@organizers.post("/carrier/permissions")
@least(TeamRole.ADMIN)
def permit_only_ours() -> Response:
    """Let the account ring the United States and their territories, and nobody else."""
    own = given()
    db.session.rollback()
    asked = own.make_vendor(own.account.settings()).account
    try:
        asked.permit_only_ours(asked.permissions())
    except CarrierRefused:
        look_and_keep(own.clock())
        return CARRIER.tells("refused")
    except CarrierError:
        return CARRIER.tells("silent")
    look_and_keep(own.clock())
    with unit(db.session) as work:
        note(work.session, AuditAct.SETTING_CHANGED, "whom the carrier's account may ring")
    return CARRIER.tells("permitted")


def look_and_keep(now: datetime) -> Looked:
    """Ask, keep what was told, and tell it; no connection to the database waits meanwhile."""
    db.session.rollback()
    looked = given().look(given().account.settings())
    with unit(db.session) as work:
        keep_looked(work.session, looked, now)
    given().account.changed()
    return looked


def look_if_old() -> None:
    """The same where nobody looked within the minute: somebody may have bought a number at the carrier's own page."""
    now = given().clock()
    seen = last_looked(db.session, given().account.settings().twilio_account_sid)
    if seen is None or now - seen[1] > GOOD_FOR:
        look_and_keep(now)
