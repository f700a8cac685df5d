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

    def named(text):
        lines = holders_named(text, facts)
        return [written(line.sure) for line in lines if line.sure], [line for line in lines if not line.sure]

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
        "Pat R. Duffy",
        "Pat A. Duffy\t5th Hampden\t2/24/2025",
        "Pat Duffy\t5th Hampden",
    ],
)
def test_one_person_is_written_in_many_ways(named, line):
    assert named(line) == (["Pat Duffy (5th Hampden)"], [])


def test_a_list_keeps_its_order(named):
    names, unsure = named("Jo Comerford\n\nPat Duffy\n")
    assert [name.partition(" (")[0] for name in names] == ["Jo Comerford", "Pat Duffy"]
    assert unsure == []


def test_every_line_that_we_write_is_read_again(named, facts):
    everybody = [written(seat) for seat in facts.seats.values() if seat.holder]
    assert named("\n".join(everybody)) == (everybody, [])


def test_a_district_that_both_chambers_have_is_told_by_the_title(named):
    (line,) = named("1st Suffolk")[1]
    assert {seat.chamber for seat in line.fits} == {"house", "senate"}
    assert named("Senator 1st Suffolk")[1] == []


def test_a_surname_of_several_asks_which(named):
    names, (line,) = named("Moran")
    assert names == []
    assert "Frank Moran (17th Essex)" in map(written, line.fits)
    assert len(line.fits) > 1


def test_a_misspelling_is_asked_and_never_accepted(named):
    names, (line,) = named("Pat Duffey")
    assert (names, line.fits, written(line.alike[0])) == ([], (), "Pat Duffy (5th Hampden)")


@pytest.mark.parametrize("line", ["<script>alert(1)</script>", "'; DROP TABLE call; --", "🎉", "x" * 500, "Rep.", "()"])
def test_hostile_lines_name_nobody(named, line):
    names, (unsure,) = named(line)
    assert (names, unsure.fits) == ([], ())
