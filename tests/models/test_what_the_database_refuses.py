"""What must never be is refused by the database itself, whoever writes."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from models import (
    Call,
    CalledOffice,
    CallStatus,
    Campaign,
    CarrierEvent,
    Edition,
    Feedback,
    HoursException,
    Leg,
    LegRole,
    Recording,
    ReportSource,
)
from tests.world.calls import a_call


@pytest.fixture
def call(session, app, campaign):
    return a_call(session, app.extensions["ringdown"], campaign)


def twin(call, **what):
    """The same call once more, as somebody might write it past all our checks."""
    columns = {it.key: getattr(call, it.key) for it in Call.__table__.columns if not (it.primary_key or it.computed)}
    return insert(Call).values(columns | {"form_nonce": None} | what)


def office_like(office, **what):
    """The same office once more."""
    columns = {column.key: getattr(office, column.key) for column in CalledOffice.__table__.columns}
    return insert(CalledOffice).values({key: value for key, value in columns.items() if key != "id"} | what)


def test_an_ended_call_has_a_time_of_its_end(session, call):
    with pytest.raises(IntegrityError, match="ended_has_time"):
        session.execute(update(Call).values(status=CallStatus.COMPLETED))


def test_a_call_in_flight_has_no_end(session, call):
    with pytest.raises(IntegrityError, match="ended_has_time"):
        session.execute(update(Call).values(ended_at=call.created_at))


def test_a_second_call_in_flight_to_one_number_cannot_be(session, call):
    with pytest.raises(IntegrityError, match="uq_call_in_flight"):
        session.execute(twin(call))


def test_a_call_that_is_over_makes_room_for_the_next(session, call):
    session.execute(update(Call).values(status=CallStatus.FAILED, ended_at=call.created_at))
    assert session.scalar(twin(call).returning(Call.id)) != call.id


def test_a_rehearsal_takes_nobodys_room(session, call):
    assert session.scalar(twin(call, rehearsal=True).returning(Call.id)) != call.id


def test_a_report_has_a_source(session, call):
    with pytest.raises(IntegrityError, match="report_has_source"):
        session.execute(update(Call).values(reported_outcome="contact"))


def test_seconds_are_never_negative(session, call):
    with pytest.raises(IntegrityError, match="seconds_not_negative"):
        session.execute(update(Call).values(talk_seconds=-1))


def test_who_needs_more_time_is_not_known_for_longer_than_the_call(session, call):
    session.execute(update(Call).values(more_time=True))
    with pytest.raises(IntegrityError, match="more_time_forgotten"):
        session.execute(update(Call).values(status=CallStatus.FAILED, ended_at=call.created_at))


def test_a_call_reaches_for_one_office_at_a_time(session, call):
    with pytest.raises(IntegrityError, match="uq_called_office"):
        session.execute(office_like(call.offices[0]))


def test_an_office_has_a_line_or_a_reason_why_not(session, call):
    with pytest.raises(IntegrityError, match="line_or_reason"):
        session.execute(office_like(call.offices[0], rank=1, office_line_id=None))


def test_a_line_belongs_to_somebody(session, call):
    with pytest.raises(IntegrityError, match="line_has_holder"):
        session.execute(office_like(call.offices[0], rank=1, office_holder_id=None))


def test_an_office_leg_is_that_of_an_office(session, call):
    with pytest.raises(IntegrityError, match="office_has_rank"):
        session.execute(insert(Leg).values(call_id=call.id, role=LegRole.OFFICE, carrier_sid="CA1", status="queued"))


@pytest.fixture
def event(call):
    return insert(CarrierEvent).values(call_id=call.id, kind="status", key=0, name="ringing")


def test_an_event_is_kept_once(session, event):
    session.execute(event)
    with pytest.raises(IntegrityError, match="pk_carrier_event"):
        session.execute(event)


def test_one_report_by_each_way(session, call):
    report = insert(Feedback).values(called_office_id=call.offices[0].id, source=ReportSource.PAGE, outcome="contact")
    session.execute(report)
    with pytest.raises(IntegrityError, match="uq_feedback"):
        session.execute(report)


def an_exception(**what):
    """A day on which some office is closed."""
    usual = {"day": date(2026, 12, 24), "spans": [], "note": "snow", "set_at": func.now(), "set_by": "ana@example.org"}
    return insert(HoursException).values(usual | what)


@pytest.mark.parametrize("whose", [{}, {"state": "MA", "line_id": 1}])
def test_an_exception_is_that_of_one_line_or_of_every_office(session, whose):
    with pytest.raises(IntegrityError, match="line_or_state"):
        session.execute(an_exception(**whose))


def test_a_day_has_one_exception(session):
    session.execute(an_exception(state="MA"))
    with pytest.raises(IntegrityError, match="uq_hours_exception_state_day"):
        session.execute(an_exception(state="MA", note="more snow"))


def recorded(**what):
    """A recording, as somebody might write it."""
    usual = {"name": "a" * 24, "wav": b"RIFF", "size": 4, "seconds": 1.5, "sha256": "0" * 64}
    return (
        insert(Recording)
        .values(usual | {"file_name": "hello.m4a", "uploaded_by": "ana"} | what)
        .returning(Recording.id)
    )


def test_two_recordings_never_have_one_name(session, app):
    session.execute(recorded())
    with pytest.raises(IntegrityError, match="uq_recording_name"):
        session.execute(recorded())


@pytest.mark.parametrize("what", [{"size": 3}, {"wav": b"", "size": 0}])
def test_a_recording_is_kept_whole(session, app, what):
    with pytest.raises(IntegrityError, match="ck_recording_whole"):
        session.execute(recorded(**what))


def edition(campaign, **what):
    """An edition, as somebody might write it."""
    usual = {"campaign_id": campaign, "content": {"english": {"subject": "s"}}, "saved_by": "ana"}
    return insert(Edition).values(usual | what)


PUBLISHED = {"version": 7, "published_at": datetime(2026, 11, 25, tzinfo=UTC), "published_by": "ana"}


def test_a_campaign_prepares_one_edition(session, campaign):
    with pytest.raises(IntegrityError, match="uq_edition_prepared"):
        session.execute(edition(campaign))


def test_a_campaign_has_one_edition_in_force(session, campaign):
    with pytest.raises(IntegrityError, match="uq_edition_in_force"):
        session.execute(edition(campaign, **PUBLISHED))


def test_a_version_has_one_edition(session, campaign):
    with pytest.raises(IntegrityError, match="uq_edition_campaign_id_version"):
        session.execute(edition(campaign, **PUBLISHED | {"version": 1, "replaced_at": datetime.now(UTC)}))


@pytest.mark.parametrize("lacks", PUBLISHED)
def test_what_was_published_tells_by_whom_and_when(session, campaign, lacks):
    with pytest.raises(IntegrityError, match="published_whole"):
        session.execute(edition(campaign, **PUBLISHED | {lacks: None, "replaced_at": datetime.now(UTC)}))


def test_what_was_never_published_is_not_replaced(session, campaign):
    with pytest.raises(IntegrityError, match="replaced_once_published"):
        session.execute(edition(campaign, replaced_at=datetime.now(UTC)))


def test_an_edition_has_a_subject(session, campaign):
    with pytest.raises(IntegrityError, match="subject"):
        session.execute(edition(campaign, content={}))


def test_editions_go_with_their_campaign(session, campaign):
    session.execute(delete(Campaign))
    assert session.scalars(select(Edition)).all() == []
