"""The account's numbers: what each can do, whose it is, and whether whoever dials it reaches us."""

from dataclasses import dataclass

from flask import render_template

from app.carrier_setup.looked import Looked, last_looked
from app.carrier_setup.numbers import Owner, owners
from app.extensions import given
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.carrier.page import look_and_keep
from app.organizers.notices import Notice, Page
from app.readiness.check import Check
from app.readiness.numbers import checks_of
from app.store.db import db
from models import TeamRole

NUMBERS = Page(
    "organizers.carrier_numbers",
    {
        "bought": Notice("Bought, and connected: whoever dials it reaches us. Give it to a campaign now."),
        "ours-already": Notice("This number is yours already, and was not bought again."),
    },
)


@dataclass(frozen=True)
class Shown:
    """A number on the page; of one that is no campaign's nothing is wrong."""

    e164: str
    has_voice: bool
    owner: Owner | None
    wrong: tuple[Check, ...]


@organizers.get("/carrier/numbers")
@least(TeamRole.ADMIN)
def carrier_numbers() -> str:
    """Asked anew each time: somebody may have bought one elsewhere."""
    look_and_keep(given().clock())
    config = given().account.settings()
    seen = last_looked(db.session, config.twilio_account_sid)
    looked = seen[0] if seen else Looked()
    return render_template(
        "organizers/carrier/numbers.html",
        numbers=_shown(looked, config.public_base_url),
        looked=looked,
        seconds=config.carrier_timeout_seconds,
        notice=NUMBERS.notice(),
    )


def _shown(looked: Looked, base_url: str) -> list[Shown]:
    """Those of campaigns first."""
    whose = owners(db.session)
    shown = [
        Shown(
            one.e164,
            one.has_voice,
            whose.get(one.e164),
            tuple(checks_of(one.e164, looked, base_url)) if one.e164 in whose else (),
        )
        for one in looked.numbers or ()
    ]
    return sorted(shown, key=lambda one: (one.owner is None, one.e164))
