"""A list of office holders as people write it, a line each."""

import pytest

from app.representatives import directory
from app.representatives.holders_named import holders_named, written


@pytest.fixture
def facts(session):
    return directory(session)


@pytest.fixture
def named(facts):
    """Who was named, as a list writes them, and what was not understood."""
    by_id = {seat.holder.id: written(seat) for seat in facts.seats.values() if seat.holder}

    def named(text):
        answer = holders_named(text, facts)
        return [by_id[holder_id] for holder_id in answer.holder_ids], list(answer.problems)

    return named


@pytest.mark.parametrize(
    "line",
    [
        "Pat Duffy",
        "pat duffy",
        "Rep. Pat Duffy",
        "Representative Pat Duffy",
        "Duffy, Pat",
        "Duffy",
        "5th Hampden",
        "Pat Duffy (5th Hampden)",
        "  • Pat Duffy, ",
    ],
)
def test_one_person_is_written_in_many_ways(named, line):
    assert named(line) == (["Pat Duffy (5th Hampden)"], [])


def test_a_list_keeps_its_order_and_counts_nobody_twice(named):
    names, problems = named("Jo Comerford\n\nPat Duffy\nDuffy\n")
    assert [name.partition(" (")[0] for name in names] == ["Jo Comerford", "Pat Duffy"]
    assert problems == []


def test_every_line_that_we_write_is_read_again(named, facts):
    everybody = [written(seat) for seat in facts.seats.values() if seat.holder]
    assert named("\n".join(everybody)) == (everybody, [])


def test_a_district_that_both_chambers_have_is_told_by_the_title(named):
    assert named("1st Suffolk")[1][0].startswith("“1st Suffolk” fits several:")
    assert named("Senator 1st Suffolk")[1] == []


def test_a_surname_of_several_asks_which(named):
    names, (problem,) = named("Moran")
    assert names == []
    assert "Frank Moran (17th Essex)" in problem
    assert "Write one of them in full" in problem


def test_a_misspelling_is_asked_and_never_accepted(named):
    assert named("Pat Duffey") == (
        [],
        ["Nobody who sits now is called “Pat Duffey”. Did you mean Pat Duffy (5th Hampden)?"],
    )


@pytest.mark.parametrize("line", ["<script>alert(1)</script>", "'; DROP TABLE call; --", "🎉", "x" * 500, "Rep.", "()"])
def test_hostile_lines_name_nobody_and_are_cut(named, line):
    names, problems = named(line)
    assert names == []
    assert all(len(problem) < 250 for problem in problems)
    assert len(problems) == 1
