"""A page of the log reads what fills it, and one of all that ever were reads months: neither follows the days."""

from datetime import timedelta

import pytest

from app.organizers.dashboard import charts

A_PAGE = 50


def rows_of(reading, table):
    return sum(rows for (_, of), rows in reading.rows.items() if of == table)


def most_of_one(reading, table):
    return max((rows for (_, of), rows in reading.rows.items() if of == table), default=0)


@pytest.mark.parametrize("query", ["language=en", "language=en&sort=oldest", "kind=web", "town=Holyoke&rehearsals=1"])
def test_a_search_stops_when_its_page_is_full(worlds, query):
    def the_log(world):
        organizer = world.signed_in()
        return lambda: organizer.reads(f"/organizers/calls?{query}")

    assert A_PAGE < most_of_one(worlds[-1].reads(the_log), "call") <= 6 * A_PAGE


def test_all_that_ever_were_are_read_by_month_once_there_is_more_than_a_year(worlds, monkeypatch):
    monkeypatch.setattr(charts, "A_YEAR", timedelta(days=3))

    def ever(world):
        organizer = world.signed_in()
        path = f"/organizers/campaigns/{world.campaign}/dashboard?span=all"
        return lambda: organizer.reads(path)

    few, many = (world.reads(ever) for world in worlds)
    assert rows_of(many, "count_of_month") > 0
    assert rows_of(many, "count_of_day") <= rows_of(few, "count_of_day")
