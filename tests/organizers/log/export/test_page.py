"""The page before the file says which calls it will have, how many, and what its columns mean."""

from pathlib import Path

import pytest

from app.organizers.log.export.columns import COLUMNS, NOTES
from models import LineOutcome

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


def test_the_form_sends_the_filter_along(signed_in):
    page = signed_in.reads("/organizers/calls/file", town='"><script>', outcome="line-busy")
    assert 'name="outcome" value="line-busy"' in page
    assert '"><script>' not in page


def test_the_documents_explain_the_same():
    assert all(f"| `{it.name}` | {it.means} |" in DOCUMENT.read_text() for it in (*COLUMNS, NOTES))
