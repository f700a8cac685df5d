"""Open States' people file comes into the roster: who came, who left, who moved, what changed."""

from datetime import date

import pytest
from sqlalchemy import select

from app.representatives import directory, seed_roster
from app.representatives.importing import RosterChangedMeanwhileError, apply_import
from models import Chamber, District, LineKind, OfficeHolder, Roster
from tests.representatives.importing.asking.asked import asked
from tests.representatives.importing.people_csv import DAY, NOON, as_csv, import_rows, ma_rows, plan_of, somebody_new

UNRINGABLE = ["617-722", "none", "617-722-2000 or 2001", "1-900-322-5287", "911", "+44 20 7946 0958"]


@pytest.fixture
def rows():
    return ma_rows()


def seat(session, name, state="MA"):
    (found,) = (seat for seat in directory(session, state).seats.values() if seat.district == name)
    return found


def holders(session, openstates_id):
    theirs = select(OfficeHolder).where(OfficeHolder.openstates_id == openstates_id)
    return list(session.scalars(theirs.order_by(OfficeHolder.id)))


def index_of(rows, district):
    return next(number for number, row in enumerate(rows) if row["current_district"] == district)


def test_what_open_states_says_of_our_own_members_changes_nobody(session, rows):
    plan = plan_of(session, rows)
    assert plan.changes_nothing
    assert (len(plan.people), plan.skipped, plan.conflicts) == (198, (), ())


def test_looking_writes_nothing(session, rows):
    plan_of(session, rows[1:])
    assert not session.new
    assert not session.dirty


def test_somebody_new_takes_the_seat_of_somebody_who_left(session, rows):
    rows[0] = somebody_new(old := rows[0])
    plan = plan_of(session, rows)
    assert ([it.name for it in plan.added], [it.name for it in plan.left]) == (["Jordan Reyes"], ["Chris Flanagan"])
    import_rows(session, rows)
    assert seat(session, "1st Barnstable").holder.name == "Jordan Reyes"
    assert (holders(session, old["id"])[0].valid_to, holders(session, rows[0]["id"])[0].valid_from) == (DAY, DAY)


def test_who_left_is_still_there_for_old_calls(session, rows):
    (before,) = holders(session, rows[0]["id"])
    import_rows(session, rows[1:])
    (after,) = holders(session, rows[0]["id"])
    assert (after.id, after.name, len(after.lines)) == (before.id, "Chris Flanagan", 1)


def test_who_stays_keeps_their_first_day(session, rows):
    import_rows(session, rows)
    assert holders(session, rows[0]["id"])[0].valid_from == date(2023, 1, 4)


def test_somebody_who_moves_ends_there_and_begins_here(session, rows):
    house, senate = index_of(rows, "8th Essex"), index_of(rows, "Hampden")
    rows[senate] = {**rows[house], "current_district": "Hampden", "current_chamber": "upper"}
    rows[house] = somebody_new(rows[house])
    (move,) = plan_of(session, rows).moved
    import_rows(session, rows)
    old, new = holders(session, move.after.openstates_id)
    assert (old.valid_to, new.valid_from, new.valid_to) == (DAY, DAY, None)
    assert [seat(session, name).holder.name for name in ("8th Essex", "Hampden")] == ["Jordan Reyes", old.name]


def test_a_changed_party_is_told_and_written(session, rows):
    rows[0]["current_party"] = "Independent"
    (change,) = plan_of(session, rows).changed
    assert (change.before.party, change.after.party, change.lines_differ) == ("Democratic", "Independent", False)
    import_rows(session, rows)
    assert seat(session, "1st Barnstable").holder.party == "Independent"


def test_a_changed_line_is_told_and_written(session, rows):
    rows[0] |= {"capitol_voice": "(617) 722-2000 x7", "district_voice": "1-508-555-0143"}
    assert plan_of(session, rows).lines_changed == 1
    import_rows(session, rows)
    assert [(it.e164, it.extension, it.kind) for it in seat(session, "1st Barnstable").lines] == [
        ("+16177222000", "7", LineKind.CAPITOL),
        ("+15085550143", "", LineKind.DISTRICT),
    ]


def test_the_extension_in_todays_file_is_read(session, rows):
    import_rows(session, rows)
    assert [line.extension for line in directory(session).seat("25D08").lines] == ["", "13"]


@pytest.mark.parametrize("written", UNRINGABLE)
def test_a_number_that_cannot_be_rung_is_told_and_left_out(session, rows, written):
    rows[0]["capitol_voice"] = written
    plan = plan_of(session, rows)
    assert [(it.name, it.column, it.written) for it in plan.skipped] == [("Chris Flanagan", "capitol_voice", written)]
    assert "Chris Flanagan" in [person.name for person in plan.without_number]


def test_a_seat_without_anybody_becomes_vacant(session, rows):
    import_rows(session, rows[1:])
    assert seat(session, "1st Barnstable").vacant
    assert len(plan_of(session, rows[1:]).vacant) == 3


def test_a_seat_that_is_filled_again_waits_for_no_election(session, rows):
    import_rows(session, [*rows, somebody_new(rows[0], current_district="1st Franklin")])
    filled = seat(session, "1st Franklin")
    assert (filled.vacant, filled.vacant_until) == (False, None)


def test_members_without_a_number_are_told(session, rows):
    assert [person.name for person in plan_of(session, rows).without_number] == ["Lisa Field"]


def test_importing_twice_changes_nothing(session, rows):
    rows[0] = somebody_new(rows[0])
    before = session.get_one(Roster, "MA").version
    assert import_rows(session, rows)
    assert not import_rows(session, rows)
    assert session.get_one(Roster, "MA").version == before + 1


def test_every_process_reads_the_directory_anew(session, rows):
    kept = directory(session)
    rows[0] = somebody_new(rows[0])
    import_rows(session, rows, source="Open States, ma.csv")
    assert (directory(session).as_of, directory(session).source) == (DAY, "Open States, ma.csv")
    assert kept.version + 1 == directory(session).version


def test_the_same_facts_of_a_later_day_are_younger_but_no_new_version(session, rows):
    before = directory(session)
    import_rows(session, rows)
    assert (directory(session).as_of, directory(session).version) == (DAY, before.version)


def test_one_chamber_leaves_the_other_alone(session, rows):
    house = [row for row in rows if row["current_chamber"] == "lower"]
    house[0] = somebody_new(house[0])
    import_rows(session, house, chambers=(Chamber.HOUSE,))
    assert sum(it.chamber is Chamber.SENATE and not it.vacant for it in directory(session).seats.values()) == 40


@pytest.mark.parametrize(("missing", "is_refused"), [(8, False), (9, True), (157, True)])
def test_losing_more_than_five_percent_of_a_chambers_seats_is_refused(session, rows, missing, is_refused):
    assert bool(asked(plan_of(session, rows[missing:]))) is is_refused


def test_losing_three_senators_is_refused(session, rows):
    (reason,) = asked(plan_of(session, rows[:-3]))
    assert "3 of 40 Senate seats would become vacant: 7.5%" in reason


def test_a_massachusetts_of_161_house_districts_is_refused(session, rows):
    session.add(District(geoid="25161", state="MA", chamber=Chamber.HOUSE, name="20th Essex", ocd_id="one too many"))
    assert asked(plan_of(session, rows)) == ("MA has 160 House districts, and the database 161",)


def test_what_was_previewed_is_what_is_written_or_nothing(session, rows):
    plan = plan_of(session, rows)
    import_rows(session, [somebody_new(rows[0]), *rows[1:]])
    with pytest.raises(RosterChangedMeanwhileError):
        apply_import(session, as_csv(rows), plan, now=NOON)


def test_seeding_again_never_goes_back_behind_an_import(session, rows):
    import_rows(session, [somebody_new(rows[0]), *rows[1:]])
    assert not seed_roster(session)
    assert seat(session, "1st Barnstable").holder.name == "Jordan Reyes"
