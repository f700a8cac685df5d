"""Offices that were made by hand, as organizers change, remove and put them back."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.representatives import directory, seed_roster
from app.representatives.made.making import change_office, make_office
from app.team.create import create_organizer
from models import AuditEvent, TeamRole, WhomToCall
from tests.organizers.conftest import NOON, PASSWORD, hidden_fields
from tests.organizers.offices.made.conftest import NEW, TYPED
from tests.world.campaign.campaigns import change_campaign
from tests.world.offices import GOVERNOR, governor, made_seats
from voice_flows.names import OwnTitle


def test_a_change_counts_in_every_campaign_and_can_be_taken_back(made, sends, session):
    assert sends(made, **TYPED | {"first": "617 555 0152"}).location.endswith("done=made-changed")
    assert made_seats(session)[made].line.e164 == "+16175550152"
    assert sends(made, "/undo").location.endswith("done=made-undone")
    assert made_seats(session)[made].line.e164 == "+16175550150"


def test_nothing_is_changed_where_it_is_so_already(made, sends):
    assert sends(made, **TYPED).location.endswith("done=made-same")
    assert sends(made, "/undo").location.endswith("done=made-same")


def test_what_is_wrong_with_a_change_is_told_beside_the_office(made, sends):
    answer = sends(made, **TYPED | {"first": "nothing"})
    assert answer.status_code == 422
    assert 'value="nothing"' in answer.text


def test_whoever_was_slower_sees_both(made, sends, signed_in):
    at = f"/organizers/offices/made/{made}"
    before = hidden_fields(signed_in.reads(f"/organizers/offices/{made}"), at)
    sends(made, **TYPED | {"name": "Somebody Else"})
    answer = signed_in.sends(at, **before | TYPED | {"name": "A Third"})
    assert answer.status_code == 409
    assert "Somebody else changed this office meanwhile." in answer.text
    assert 'value="A Third"' in answer.text


def test_two_offices_never_become_one(made, makes, sends, session):
    makes(name="Somebody Else")
    (other,) = set(made_seats(session)) - {made}
    answer = sends(other, **TYPED)
    assert answer.status_code == 409
    assert "There is an office with this name and title already." in answer.text


def test_an_undo_makes_no_second_office_of_the_name(made, makes, sends):
    sends(made, **TYPED | {"name": "Somebody Else"})
    makes()
    assert sends(made, "/undo").location.endswith("done=made-taken")


def test_an_office_is_removed_and_put_back(made, sends, session, signed_in):
    assert sends(made, "/remove").location == "/organizers/offices/made?done=removed#removed"
    assert made_seats(session) == {}
    assert signed_in.opens(f"/organizers/offices/{made}").status_code == 404
    back = f"/organizers/offices/made/{made}/back"
    form = hidden_fields(signed_in.reads("/organizers/offices/made"), back)
    assert signed_in.sends(back, **form).location == f"/organizers/offices/{made}?done=put-back"
    session.rollback()
    assert set(made_seats(session)) == {made}
    assert signed_in.sends(back, **form).location.endswith("done=same")


def test_none_is_removed_that_a_campaign_calls(made, sends, session, campaign):
    holder = made_seats(session)[made].holder.id
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[holder])
    answer = sends(made, "/remove")
    assert answer.status_code == 409
    assert "It stays as long as a campaign calls it." in answer.text
    session.rollback()
    assert set(made_seats(session)) == {made}


def test_an_office_has_hours_and_a_pace_like_any_other(made, signed_in, session):
    at = f"/organizers/offices/{made}"
    page = signed_in.reads(at)
    week = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "8-8")
    assert signed_in.sends(f"{at}/hours", **hidden_fields(page, f"{at}/hours") | week).location.endswith("done=hours")
    pace = hidden_fields(page, f"{at}/pace") | {"at_once": "5"}
    assert signed_in.sends(f"{at}/pace", **pace).location.endswith("done=pace")


def test_a_storm_closes_it_with_every_office_unless_it_has_a_day_of_its_own(made, signed_in, session):
    every, own, day = (
        "/organizers/offices",
        f"/organizers/offices/{made}",
        datetime.now(UTC).date() + timedelta(days=30),
    )
    assert "It counts for offices made by hand, too" in signed_in.reads(every)
    for at, hours in ((every, "closed"), (own, "9-12")):
        hidden = hidden_fields(signed_in.reads(at), f"{at}/exceptions")
        typed = {"day": day.isoformat(), "hours": hours, "note": "snow"}
        assert signed_in.sends(f"{at}/exceptions", **hidden | typed).location.endswith("=exception")
        session.rollback()
        facts = directory(session)
        assert bool(facts.hours(facts.seat(made).line.id).spans_on(day)) is (at == own)


@pytest.mark.parametrize("to", ["", "/undo", "/email", "/email/undo"])
def test_what_was_not_imported_is_not_corrected(made, signed_in, to):
    form = hidden_fields(signed_in.reads(NEW), NEW)
    assert signed_in.sends(f"/organizers/offices/{made}{to}", **form).status_code == 404


@pytest.mark.parametrize("to", ["", "/undo", "/remove"])
def test_a_legislators_office_is_not_changed_so(signed_in, to):
    form = hidden_fields(signed_in.reads(NEW), NEW)
    assert signed_in.sends(f"/organizers/offices/made/25048{to}", **form).status_code == 404


def test_nothing_is_put_back_that_was_never_there(signed_in):
    form = hidden_fields(signed_in.reads(NEW), NEW)
    assert signed_in.sends("/organizers/offices/made/no-key/back", **form).status_code == 404
    assert signed_in.sends("/organizers/offices/made/25048/back", **form).location.endswith("done=same")


def test_the_audit_log_tells_what_was_made_and_changed(made, sends, session):
    sends(made, **TYPED | {"first": "617 555 0152"})
    sends(made, "/remove")
    events = session.scalars(select(AuditEvent).where(AuditEvent.act == "office-changed").order_by(AuditEvent.id)).all()
    assert {event.subject for event in events} == {"Maura Healey, an office made by hand"}
    assert events[0].after["lines"] == ["(617) 555-0150"]
    assert (events[1].before, events[1].after) == ({"lines": ["(617) 555-0150"]}, {"lines": ["(617) 555-0152"]})
    assert (events[2].before, events[2].after) == ({"is called": True}, {"is called": False})


def test_an_import_leaves_it_alone(session):
    make_office(session, governor(), by="somebody", now=NOON)
    session.flush()
    seed_roster(session)
    assert [seat.holder.name for seat in made_seats(session).values()] == [GOVERNOR]
    assert directory(session).seat("25048").title == "Representative"
    assert isinstance(next(iter(made_seats(session).values())).title, OwnTitle)


def test_whoever_runs_other_campaigns_sees_only_that_one_calls_it(made, session, signed_in, campaign):
    change_campaign(session, listed=[made_seats(session)[made].holder.id])
    create_organizer(session, "bo@example.org", PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    signed_in.signs_out()
    signed_in.signs_in("bo@example.org")
    page = " ".join(signed_in.reads(f"/organizers/offices/{made}").split())
    assert "Take it off the list of 1 campaign that you do not see first" in page
    assert "Safe Communities" not in page


def test_a_legislators_office_is_not_changed_by_mistake(session):
    with pytest.raises(LookupError):
        change_office(session, "25048", governor(), by="somebody", now=NOON)
