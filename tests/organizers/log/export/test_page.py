"""The page before the file says which calls it will have, how many, and what its columns mean."""

from pathlib import Path

import pytest

from app.calls.shown.log.download import HowFar
from app.clock import utc_now
from app.organizers.log.export.columns import COLUMNS, NOTES
from app.organizers.log.export.page import lasts, told
from models import DownloadEnd, LineOutcome

DOCUMENT = Path(__file__).parents[4] / "docs" / "calls-file.md"


def test_every_column_is_explained(signed_in):
    page = signed_in.reads("/organizers/calls/file")
    assert all(f"<code>{column.name}</code>" in page for column in COLUMNS)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({}, "About <strong>3</strong> calls"),
        ({"town": "Lynn"}, "About <strong>2</strong> calls"),
        ({"town": "Lynn", "outcome": "line-busy"}, "At most <strong>1</strong> call"),
        ({"town": "Nowhere"}, "There is no such call yet"),
        ({"noted": "1"}, "shows as the file is written"),
        ({"rehearsals": "1"}, "shows as the file is written"),
    ],
)
def test_it_tells_how_many_calls_these_are(signed_in, happened, counted, query, says):
    for town, line in (("Lynn", LineOutcome.BUSY), ("Lynn", LineOutcome.ANSWERED), ("Salem", None)):
        happened(town=town, line=line)
    counted()
    assert says in " ".join(signed_in.reads("/organizers/calls/file", **query).split())


@pytest.mark.parametrize("query", [{}, {"town": "Lynn"}, {"town": "Lynn", "outcome": "line-busy"}])
def test_a_call_so_new_that_it_is_not_counted_is_there_already(signed_in, happened, query):
    happened(town="Lynn", line=LineOutcome.BUSY, at=utc_now())
    page = " ".join(signed_in.reads("/organizers/calls/file", **query).split())
    assert "so new that they are not counted yet. The file has them." in page
    assert "There is no such call yet" in signed_in.reads("/organizers/calls/file", **query | {"town": "Salem"})


def test_the_form_sends_the_filter_along(signed_in):
    page = signed_in.reads("/organizers/calls/file", town='"><script>', outcome="line-busy")
    assert 'name="outcome" value="line-busy"' in page
    assert '"><script>' not in page


@pytest.mark.parametrize(
    ("calls", "told"),
    [
        (1, "some seconds"),
        (60_000, "less than a minute"),
        (150_000, "about a minute"),
        (1_000_000, "about 7 minutes"),
    ],
)
def test_without_a_script_it_tells_how_long_it_takes(calls, told):
    assert lasts(calls) == told


@pytest.mark.parametrize(
    ("it", "about", "says"),
    [
        (HowFar(12_500, None), 80_000, "12,500 of about 80,000 calls are sent."),
        (HowFar(90_000, None), 80_000, "90,000 calls are sent."),
        (HowFar(1, None), None, "1 call is sent."),
        (HowFar(1, None), 3, "1 of about 3 calls are sent."),
        (HowFar(1, DownloadEnd.WHOLE), 1, "Done: the file is whole, with 1 call."),
        (HowFar(0, DownloadEnd.STOPPED), None, "It stopped after 0 calls, and is not whole."),
        (HowFar(7, DownloadEnd.FAILED), None, "It failed on our side after 7 calls"),
    ],
)
def test_how_far_it_is_stands_in_words(it, about, says):
    assert told(it, about).startswith(says)


def test_the_documents_explain_the_same():
    assert all(f"| `{it.name}` | {it.means} |" in DOCUMENT.read_text() for it in (*COLUMNS, NOTES))


def test_calls_that_were_counted_and_are_deleted_by_now_are_none_of_them(signed_in, happened, counted, long_gone):
    happened(town="Lynn")
    counted()
    long_gone(500)
    assert "About <strong>1</strong> call" in " ".join(signed_in.reads("/organizers/calls/file").split())
