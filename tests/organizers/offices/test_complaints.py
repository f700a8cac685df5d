"""“This office complained” is a button: few calls a day at once, everybody is told, until it is settled."""

import pytest
from sqlalchemy import delete, select

from app.calls.queue.claim import line_state
from app.representatives import directory
from models import Alert, AlertKind, AuditEvent, LinePace
from tests.organizers.conftest import hidden_fields


@pytest.fixture
def seat(session):
    seat = next(one for one in directory(session).seats.values() if one.holder and one.holder.name == "Pat Duffy")
    yield seat
    session.rollback()
    session.execute(delete(LinePace))
    session.commit()


@pytest.fixture
def presses(signed_in, session, seat):
    """Press the button, or the one by which it is settled; gives what the page tells."""

    def presses(number=None, **more):
        page = f"/organizers/offices/{seat.geoid}"
        form = hidden_fields(signed_in.reads(page), f"{page}/complained") | {"number": number or seat.lines[0].e164}
        form |= more
        answer = signed_in.sends(f"{page}/complained", **form)
        session.rollback()
        return answer.location.partition("done=")[2]

    return presses


def standing(session):
    return session.scalars(select(Alert).where(Alert.kind == AlertKind.OFFICE_COMPLAINS, Alert.over_at.is_(None))).all()


def test_it_takes_few_calls_a_day_at_once_and_everybody_is_told(presses, session, seat, signed_in):
    assert presses() == "complained"
    assert line_state(session, seat.lines[0].e164).a_day == 5
    (alert,) = standing(session)
    assert "Pat Duffy" in alert.sentence
    assert alert.link == f"/organizers/offices/{seat.geoid}"
    assert "It is settled" in signed_in.reads(alert.link)


def test_once_settled_nobody_is_told_and_the_limit_stays(presses, session, seat):
    presses()
    assert presses(settled="1") == "settled"
    assert standing(session) == []
    assert line_state(session, seat.lines[0].e164).a_day == 5


def test_it_is_written_who_did_so(presses, session):
    presses()
    assert "the complaint of" in session.scalars(select(AuditEvent.subject).order_by(AuditEvent.id.desc())).first()


def test_a_number_of_another_office_is_not_touched(presses, session):
    assert presses(number="+16175550100") == "elsewhere"
    assert standing(session) == []
