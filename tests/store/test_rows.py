"""A row becomes a value by the names of its columns, in whatever order they come."""

from dataclasses import dataclass

import pytest
from sqlalchemy import Select, literal, select

from app.store.rows import by_name, with_changed


@dataclass(frozen=True)
class Leg:
    """Two fields of one type, which could be mixed up, and one that no column holds."""

    ringing: int
    talking: int
    notes: tuple[str, ...] = ()


@pytest.fixture
def row(session):
    def row(**columns):
        query: Select = select(*(literal(value).label(name) for name, value in columns.items()))
        return session.execute(query).mappings().one()

    return row


def test_the_order_of_columns_means_nothing(row):
    assert by_name(Leg, row(talking=90, ringing=5)) == by_name(Leg, row(ringing=5, talking=90)) == Leg(5, 90)


def test_other_columns_are_left_alone(row):
    assert by_name(Leg, row(other=7, talking=90, ringing=5)) == Leg(5, 90)


def test_what_no_column_holds_is_given_beside(row):
    assert by_name(Leg, row(talking=90, ringing=5), notes=("busy",)) == Leg(5, 90, ("busy",))


def test_a_field_that_is_missing_is_an_error(row):
    with pytest.raises(TypeError, match="talking"):
        by_name(Leg, row(ringing=5, spoken=90))


def test_a_value_with_some_fields_changed_is_another():
    leg = Leg(5, 90, ("busy",))
    assert (with_changed(leg, talking=7), leg) == (Leg(5, 7, ("busy",)), Leg(5, 90, ("busy",)))
