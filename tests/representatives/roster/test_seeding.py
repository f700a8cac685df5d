"""The roster in the database: seeded once, corrected when the facts change, read as one snapshot."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from app.representatives import RosterNotSeededError, candidates, directory, resolve, seed_roster
from app.representatives.facts.tables import tables
from models import Chamber, HolderLine, LineKind, OfficeHolder, OfficeLine, Roster
from tests.world.database.sent import each_sent


@pytest.fixture
def seeded(session):
    seed_roster(session)
    return session


@pytest.fixture
def statements(seeded):
    seen = []
    with each_sent(seeded.get_bind().engine, lambda _cursor, statement, _values: seen.append(statement)):
        yield seen


def _count(session, model):
    return session.scalar(select(func.count()).select_from(model))


def test_a_state_that_was_not_seeded_has_no_directory(session):
    with pytest.raises(RosterNotSeededError):
        directory(session, "RI")


def test_every_seat_of_both_chambers_is_there(seeded):
    seats = directory(seeded).seats.values()
    assert [sum(seat.chamber is chamber for seat in seats) for chamber in Chamber] == [160, 40]


def test_seeding_again_changes_nothing(seeded):
    before = directory(seeded)
    assert seed_roster(seeded) is False
    assert directory(seeded) is before


def test_a_shared_switchboard_is_one_line(seeded):
    assert (_count(seeded, OfficeHolder), _count(seeded, OfficeLine), _count(seeded, HolderLine)) == (
        198,
        128,  # that of the legislature, too, which is nobody's own
        225,
    )


def test_132_representatives_share_a_state_house_number(seeded):
    seats = [seat for seat in directory(seeded).seats.values() if seat.chamber is Chamber.HOUSE and seat.line]
    numbers = [seat.line.e164 for seat in seats if seat.line.kind is LineKind.CAPITOL]
    assert sum(numbers.count(number) > 1 for number in numbers) == 132


def test_vacant_seats_are_vacant(seeded):
    vacant = {seat.district: seat.vacant_until for seat in directory(seeded).seats.values() if seat.vacant}
    assert vacant == {"1st Franklin": date(2026, 11, 5), "17th Middlesex": date(2026, 12, 1)}


def test_a_member_without_a_number_has_no_line(seeded):
    seat = directory(seeded).seat("25012")
    assert (seat.holder.name, seat.line, seat.vacant) == ("Lisa Field", None, False)


def test_the_state_house_comes_before_the_district_office(seeded):
    moore = next(seat for seat in directory(seeded).seats.values() if seat.holder and seat.holder.name == "Mike Moore")
    assert [(line.kind, line.extension) for line in moore.lines] == [("capitol", ""), ("district", "13")]


def test_a_new_member_ends_the_old_one(seeded):
    first, *others = tables().people
    newcomer = replace(first, openstates_id="ocd-person/new", name="New Member", valid_from=date(2027, 1, 6))
    assert seed_roster(seeded, replace(tables(), people=(newcomer, *others), as_of=date(2027, 1, 7)))
    assert directory(seeded).seat(first.geoid).holder.name == "New Member"
    old = seeded.scalars(select(OfficeHolder).where(OfficeHolder.openstates_id == first.openstates_id)).one()
    assert old.valid_to == date(2027, 1, 7)


def test_a_changed_number_replaces_the_old_one(seeded):
    before, (first, *others) = directory(seeded).version, tables().people
    line = replace(first.lines[0], e164="+16175550100")
    assert seed_roster(seeded, replace(tables(), people=(replace(first, lines=(line,)), *others)))
    assert [line.e164 for line in directory(seeded).seat(first.geoid).lines] == ["+16175550100"]
    assert seed_roster(seeded)
    assert directory(seeded).version == before + 2


def test_the_directory_is_kept_until_the_roster_changes(seeded, statements):
    kept = directory(seeded)
    statements.clear()
    assert directory(seeded) is kept
    assert len(statements) == 1


def test_the_directory_is_loaded_in_few_statements(seeded, statements):
    seeded.get(Roster, "MA").source = "elsewhere"
    seeded.flush()
    statements.clear()
    directory(seeded)
    assert len(statements) == 8


def test_candidates_join_places_with_people(seeded):
    lowell = candidates(resolve("Lowell"), directory(seeded))
    assert [(person.district, person.title, person.vacant) for person in lowell] == [
        ("18th Middlesex", "Representative", False),
        ("17th Middlesex", "Representative", True),
        ("16th Middlesex", "Representative", False),
    ]


def test_a_vacant_candidate_has_no_name_and_no_line(seeded):
    (vacant,) = candidates(resolve("Deerfield"), directory(seeded))
    assert (vacant.name, vacant.party, vacant.line, vacant.holder_id) == (None, None, None, None)
    assert vacant.vacant_until == date(2026, 11, 5)


def test_a_question_of_spelling_has_no_candidates(seeded):
    assert candidates(resolve("Worchester"), directory(seeded)) == ()
