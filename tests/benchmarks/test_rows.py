"""Which rows `make bench` measures, and when a figure is as its goal wants it."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.figure import Figure
from benchmarks.rows import ROWS, chosen, measured

EXPLAINED = Path(__file__).parents[2] / "docs" / "performance.md"


def test_everything_is_measured_where_nothing_is_chosen():
    assert chosen([]) == list(ROWS)


@pytest.mark.parametrize("name", ["webhook", "web", "webhook.status"])
def test_a_row_is_chosen_by_its_name_its_beginning_or_one_of_its_figures(name):
    assert chosen([name]) == ["webhook"]


def test_a_row_that_is_not_there_is_told():
    with pytest.raises(SystemExit, match=r"no row is called lunch\. There are: webhook"):
        chosen(["webhook", "lunch"])


def test_of_a_row_only_the_figures_that_are_wanted_are_told():
    assert list(measured("lookups", ["lookups.town"])) == ["lookups.town"]


@pytest.fixture
def bench(monkeypatch, tmp_path):
    """`make bench` with its figures in a folder of its own, where those of another run lie."""
    kept = tmp_path / "bench.json"
    kept.write_text('{"webhook.status": {"figure": 1, "goal": 1.5, "unit": "times"}}')

    def bench(**said):
        for name, value in said.items():
            monkeypatch.setenv(name, value)
        return main(tmp_path), json.loads(kept.read_text())

    return bench


@pytest.mark.parametrize("name", ["lookups.nosuch", "lookups.town,lookups.nosuch"])
def test_a_figure_that_is_not_there_fails_and_is_told(bench, capfd, name):
    assert bench(ROWS=name) == (1, {})
    told = capfd.readouterr()
    assert "lookups.nosuch: no figure of this row. It has: lookups.town" in told.err
    assert "✗ not measured: lookups" in told.out


@pytest.mark.parametrize(("calls", "why"), [("abc", "invalid literal"), ("9999", "must have more calls")])
def test_a_row_that_fails_leaves_no_figures_of_another_run(bench, capfd, calls, why):
    assert bench(ROWS="scale", SCALE=calls) == (1, {})
    assert why in capfd.readouterr().err


@pytest.mark.parametrize(
    ("figure", "is_reached"),
    [
        (Figure(1.5, 1.5, "times"), True),
        (Figure(1.6, 1.5, "times"), False),
        (Figure(1000, 1000, "calls a minute"), True),
        (Figure(60, 1000, "calls a minute"), False),
        (Figure(403, None, "µs CPU"), True),
    ],
)
def test_a_figure_reaches_its_goal(figure, is_reached):
    assert figure.is_reached == is_reached


@pytest.mark.parametrize("row", ROWS)
def test_every_row_says_what_it_measures(row):
    assert f"| `{row}` |" in EXPLAINED.read_text()


@pytest.mark.parametrize("row", ROWS)
def test_every_row_can_be_measured(row):
    assert callable(import_module(f"benchmarks.{row}").measure)
