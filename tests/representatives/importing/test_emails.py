"""An office's e-mail address arrives with an import, and one that was set by hand outlasts it."""

import pytest

from app.representatives import directory, seed_roster
from app.representatives.roster.correct_email import correct_email, undo_email
from app.representatives.roster.correct_lines import NoLongerSittingError
from app.representatives.roster.emails import email_of
from models import Roster
from tests.representatives.importing.asking.asked import asked
from tests.representatives.importing.people_csv import NOON, import_rows, ma_rows, plan_of, somebody_new

SEAT = "25001"
IMPORTED = "christopher.flanagan@mahouse.gov"
BY_HAND = "office@example.org"


@pytest.fixture
def chris(session):
    """The holder of the 1st Barnstable, whose address was corrected."""
    holder = directory(session).seat(SEAT).holder.id
    assert correct(session, holder)
    return holder


def correct(session, holder, email=BY_HAND):
    return correct_email(session, holder, email, by="ana@example.org", note="They told us", now=NOON)


def email(session):
    return directory(session).seat(SEAT).holder.email


def first_has(**cells):
    first, *others = ma_rows()
    return [first | cells, *others]


def test_every_member_is_seeded_with_an_address(session):
    holders = [seat.holder for seat in directory(session).seats.values() if seat.holder]
    assert len([holder for holder in holders if "@" in holder.email]) == 198


def test_a_new_members_address_arrives_with_an_import(session):
    first, *others = ma_rows()
    import_rows(session, [somebody_new(first, email="jordan.reyes@example.org"), *others])
    assert email(session) == "jordan.reyes@example.org"


def test_another_address_of_the_same_member_is_a_change_of_its_own(session):
    (change,) = plan_of(session, first_has(email="chris@example.org")).changed
    assert (change.before.email, change.after.email) == (IMPORTED, "chris@example.org")
    import_rows(session, first_has(email="chris@example.org"))
    assert email(session) == "chris@example.org"


@pytest.mark.parametrize("written", ["chris", "chris@example.org, ana@example.org", "see the page"])
def test_what_is_no_address_is_left_out_and_told(session, written):
    plan = plan_of(session, first_has(email=written))
    assert [(it.column, it.written, it.why) for it in plan.skipped] == [("email", written, "is not one e-mail address")]
    assert plan.people[0].email == ""


def test_a_file_without_addresses_is_refused_for_both_chambers(session):
    house, senate = asked(plan_of(session, [row | {"email": ""} for row in ma_rows()]))
    assert house.startswith("158 of 158 House members would lose the e-mail address they had: 100.0%")
    assert senate.endswith("Check that the file has addresses in its column email")


def test_what_was_set_by_hand_counts_everywhere_at_once(session, chris):
    assert (email(session), email_of(session, chris)) == (BY_HAND, BY_HAND)


def test_a_correction_makes_a_new_version_of_the_roster(session):
    before = session.get_one(Roster, "MA").version
    correct(session, directory(session).seat(SEAT).holder.id)
    assert session.get_one(Roster, "MA").version == before + 1


def test_the_same_address_changes_nothing(session, chris):
    assert not correct(session, chris)


def test_an_office_may_have_no_address(session, chris):
    correct(session, chris, "")
    assert (email(session), email_of(session, chris)) == ("", "")


@pytest.mark.usefixtures("chris")
def test_a_correction_outlasts_imports_and_seeding(session):
    import_rows(session, first_has(email="chris@example.org"), overwrite_corrections=True)
    seed_roster(session)
    assert email(session) == BY_HAND


def test_an_undo_goes_back_to_the_newest_import(session, chris):
    import_rows(session, first_has(email="chris@example.org"))
    assert undo_email(session, chris)
    assert email(session) == "chris@example.org"


def test_there_is_nothing_to_undo_where_nothing_was_set(session, chris):
    undo_email(session, chris)
    assert not undo_email(session, chris)
    assert email(session) == IMPORTED


@pytest.mark.usefixtures("chris")
def test_a_correction_is_in_force_again_when_the_person_returns(session):
    first, *others = ma_rows()
    import_rows(session, [somebody_new(first, email="jordan.reyes@example.org"), *others])
    assert email(session) == "jordan.reyes@example.org"
    import_rows(session, ma_rows())
    assert email(session) == BY_HAND


def test_who_has_left_has_no_address_and_is_not_corrected(session, chris):
    first, *others = ma_rows()
    import_rows(session, [somebody_new(first), *others])
    assert email_of(session, chris) == ""
    with pytest.raises(NoLongerSittingError):
        correct(session, chris, "other@example.org")
