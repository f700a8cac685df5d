"""Whatever the order of the rows, and however often each is there, the roster is the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.representatives import directory
from tests.representatives.importing.people_csv import import_rows, ma_rows, plan_of, somebody_new
from tests.world.examples import sized

USUAL = settings(max_examples=sized(4, 30))
ROWS = ma_rows()
CHANGED = [*(somebody_new(row, f"New Member {number}") for number, row in enumerate(ROWS[:5])), *ROWS[7:]]


def who_sits(session):
    seats = directory(session).seats.values()
    lines = {seat.geoid: [(it.e164, it.extension, it.kind) for it in seat.lines] for seat in seats}
    return lines, {seat.geoid: seat.holder and seat.holder.openstates_id for seat in seats}


@USUAL
@given(st.permutations(CHANGED), st.lists(st.sampled_from(CHANGED), max_size=20))
def test_any_order_and_any_repetition_gives_the_same_roster(session, shuffled, again):
    import_rows(session, CHANGED)
    expected = who_sits(session)
    session.rollback()
    import_rows(session, [*shuffled, *again])
    assert who_sits(session) == expected
    assert plan_of(session, CHANGED).changes_nothing
    session.rollback()


@USUAL
@given(st.sets(st.integers(0, len(ROWS) - 1), max_size=12), st.sets(st.integers(0, len(ROWS) - 1), max_size=12))
def test_after_an_import_its_preview_is_empty(session, missing, new):
    rows = [somebody_new(row, f"New Member {at}") if at in new else row for at, row in enumerate(ROWS)]
    rows = [row for at, row in enumerate(rows) if at not in missing]
    plan = plan_of(session, rows)
    assert (len(plan.added), len(plan.left)) == (len(new - missing), len(new | missing))
    import_rows(session, rows)
    assert plan_of(session, rows).changes_nothing
    session.rollback()
