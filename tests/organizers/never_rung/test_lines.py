"""Numbers are pasted as they stand in tables, one a line."""

import pytest

from app.organizers.never_rung.lines import MOST_LINES, read_lines
from app.serving.forms import Wrong

READ = {
    "617-555-0150, Rosie's Place": ("+16175550150", "Rosie's Place"),
    "(617) 555-0150\tRosie's Place": ("+16175550150", "Rosie's Place"),
    "+1 617 555 0150: a clinic": ("+16175550150", "a clinic"),
    "617.555.0150 a clinic, 2nd floor": ("+16175550150", "a clinic, 2nd floor"),
    "617-555, a company's exchange": ("+1617555", "a company's exchange"),
    "1 617 555 01; a company's block": ("+161755501", "a company's block"),
}
WRONG = {
    "": "at least one number",
    "  \n \n": "at least one number",
    "Rosie's Place, 617-555-0150": "Line 1 begins with no number",
    "617, all of Boston": "Line 1 begins with no number",
    "61755501500, a digit too many": "Line 1 begins with no number",
    "117-555-0150, no area": "Line 1 begins with no number",
    "617-055-0150, no exchange": "Line 1 begins with no number",
    "617-555-0150, a clinic\n\n617-555-0151": "Line 3 does not say whose",
    "617-555-0150, a clinic\n" * (MOST_LINES + 1): f"{MOST_LINES} fit at once",
}


@pytest.mark.parametrize(("line", "meant"), READ.items(), ids=READ)
def test_a_number_is_read_with_whose_it_is(line, meant):
    assert dict(read_lines(line)) == dict([meant])


@pytest.mark.parametrize(("text", "told"), WRONG.items(), ids=[text[:30] for text in WRONG])
def test_what_cannot_be_read_is_told_by_its_line(text, told):
    with pytest.raises(Wrong) as wrong:
        read_lines(text)
    assert told in wrong.value.sentences[0]


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.raises(Wrong) as wrong:
        read_lines("none\n617-555-0150\n617-555-0151, a clinic\n12")
    assert [sentence.split()[1] for sentence in wrong.value.sentences] == ["1", "2", "4"]
