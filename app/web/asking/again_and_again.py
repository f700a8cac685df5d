"""Whoever asks again and again for numbers that nobody is rung at is found out: counted whatever the reason is."""

from app.extensions import given
from app.limits.errors import CannotPlace
from app.limits.holds.visitors import count_refusal
from app.store.db import db
from app.store.unit import unit
from app.web.asking.placing import asking_visitor
from models import WhyHeld


def count(error: CannotPlace) -> None:
    """Count that a number of theirs was refused; it takes as long where it does not count."""
    own = given()
    if WhyHeld.REFUSED_VISITOR in own.settings.anomalies_on and not own.rehearsal:
        with unit(db.session) as work:
            count_refusal(work.session, asking_visitor(), error, own.vault, own.clock())
