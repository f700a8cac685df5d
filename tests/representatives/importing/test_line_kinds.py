"""Where a line rings is what its number says: 617-722 is the State House, and nothing else is."""

import pytest

from app.organizers.offices.lines_form import before_anybody_types
from app.representatives import directory
from models import LineKind
from tests.representatives.importing.people_csv import import_rows, ma_rows

KEEFE = "25156"  # whose source tells a number of elsewhere as the State House's


def kinds(session, geoid="25001"):
    return [line.kind for line in directory(session).seat(geoid).lines]


def with_lines(**cells):
    first, *others = ma_rows()
    return [first | cells, *others]


def test_every_line_of_the_tables_is_called_after_its_number(session):
    lines = [line for seat in directory(session).seats.values() for line in seat.lines]
    assert {line.kind for line in lines if line.e164.startswith("+1617722")} == {LineKind.CAPITOL}
    assert {line.kind for line in lines if not line.e164.startswith("+1617722")} == {LineKind.DISTRICT}
    assert kinds(session, KEEFE) == [LineKind.DISTRICT]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"capitol_voice": "413-555-0142"}, [LineKind.DISTRICT]),
        ({"capitol_voice": "", "district_voice": "617-722-2000"}, [LineKind.CAPITOL]),
        ({"capitol_voice": "413-555-0142", "district_voice": "617-722-2000"}, [LineKind.DISTRICT, LineKind.CAPITOL]),
    ],
)
def test_the_column_counts_less_than_the_number(session, cells, found):
    import_rows(session, with_lines(**cells))
    assert kinds(session) == found


def test_a_second_district_line_is_not_lost_when_somebody_corrects_the_first(session):
    import_rows(session, with_lines(capitol_voice="413-555-0142", district_voice="508-555-0143"))
    typed = before_anybody_types(directory(session).seat("25001"))
    assert (typed["district"], typed["capitol"], typed["first"]) == ("(413) 555-0142", "(508) 555-0143", "district")
