"""Refuses as an office's number what is ours, a supporter's, or another office's: nobody is to be connected there."""

from collections.abc import Iterable

from app.carrier_setup.looked import last_looked
from app.carrier_setup.test_call.confirming import is_an_organizers
from app.extensions import given
from app.limits.office_numbers import NotAnOffice, not_an_office
from app.organizers.audited import note
from app.representatives import Seat
from app.serving.forms import F, Filled
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, Chamber

# The same of everybody whom nobody should find out about here.
WHOSE = {
    NotAnOffice.CAMPAIGN: "That is a campaign's own number. Enter the number of the office.",
    NotAnOffice.SUPPORTER: (
        "That number belongs to somebody who called with us, asked never to be called, or is one of you. Enter the "
        "number of the office."
    ),
    NotAnOffice.SWITCHBOARD: (
        "That is the State House's switchboard, where everybody is asked for. Leave the line empty: each campaign can "
        "have such offices called there, by name."
    ),
    NotAnOffice.OTHER_OFFICE: (
        "That is another office's number: of the other chamber, or made by hand. Enter this office's own."
    ),
    NotAnOffice.NEVER: "That number is the police's, a hospital's, or costs by the minute. Enter the office's own.",
}
REFUSED = "a number that was not taken for {name}"


def offices_alone(form: Filled[F], fields: Iterable[str], seat: Seat | None = None) -> Filled[F]:
    """The form, with a sentence at each of these fields whose number supporters should not be connected with.

    What is a number of this office already is not asked about again. Who tries numbers is written down, without them.
    """
    known = {line.e164 for line in seat.lines_as_set} if seat else set()
    for name in fields:
        number = getattr(form.meant, name) if form.meant else ""
        whose = whose_instead(number, seat.chamber if seat else None) if number and number not in known else None
        if whose:
            form = form.with_error(name, WHOSE[whose])
            _write_down(seat, whose)
    return form


def whose_instead(number: str, of_chamber: Chamber | None) -> NotAnOffice | None:
    """Whose number it is, if it is no office's of this chamber."""
    own = given()
    seen = last_looked(db.session, own.account.settings().twilio_account_sid)
    ours = [one.e164 for one in (seen[0].numbers or ())] if seen else []
    found = not_an_office(db.session, number, own.vault, of_chamber=of_chamber, ours=ours)
    if found is None and is_an_organizers(db.session, own.vault, number):
        return NotAnOffice.SUPPORTER
    return found


def _write_down(seat: Seat | None, whose: NotAnOffice) -> None:
    name = (seat.holder.name if seat.holder else seat.district) if seat else "a new office"
    with unit(db.session) as work:
        note(work.session, AuditAct.OFFICE_CHANGED, REFUSED.format(name=name), after={"was": whose.value})
