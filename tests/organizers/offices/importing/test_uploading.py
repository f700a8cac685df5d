"""A volunteer uploads a file: it is read, or what is wrong with it is told, and nothing typed is lost."""

from html import unescape

import pytest

from app.organizers.no_place import NO_PLACE
from app.representatives.facts.tables import tables
from app.representatives.importing.csv_rows import MOST_ROWS
from models import AuditEvent, UploadedFile
from tests.organizers.offices.importing.conftest import AT, FILE
from tests.representatives.importing.people_csv import as_csv, ma_rows, somebody_new

NEW = [somebody_new(ma_rows()[0]), *ma_rows()[1:]]
PLAIN = "name,chamber,district,party,phone,e-mail,from\nJordan Reyes,House,1st Barnstable,Democratic,,,\n"


def test_the_page_says_how_old_the_facts_are_and_how_to_get_a_file(signed_in):
    page = signed_in.reads(AT)
    assert "They came with the program: nobody has brought in a file yet." in page
    assert 'href="https://data.openstates.org/people/current/ma.csv"' in page
    assert "Your file waits" not in page


def test_the_offices_lead_there(signed_in):
    assert f'href="{AT}"' in signed_in.reads("/organizers/offices")


def test_a_file_is_read_and_what_it_would_change_is_shown_by_chamber(uploads, signed_in, sits):
    assert uploads(as_csv(NEW)).location == f"{FILE}?done=read"
    page = signed_in.reads(FILE)
    assert "What changes in the House: 1</caption>" in page
    assert '<span class="what long-word">New</span>' in page
    assert "1 new, 0 changed, 159 as before, 2 vacant, 1 without a number" in page
    assert "Nothing changes here." in page
    assert sits() == "Chris Flanagan"


def test_a_file_that_waits_is_gone_on_with(uploads, signed_in):
    uploads(as_csv(NEW), name="\u202eelected <b>.csv")
    page = signed_in.reads(AT)
    assert "Your file waits" in page
    assert "elected &lt;b&gt;.csv<" in page


def test_it_is_brought_in_and_written_down(uploads, presses, sits, session, signed_in):
    uploads(as_csv(NEW))
    assert presses().location == "/organizers/offices?done=imported"
    assert sits() == "Jordan Reyes"
    assert session.query(UploadedFile).count() == 0
    event = session.query(AuditEvent).filter_by(act="office-changed").one()
    assert (event.subject, event.after["new"]) == ("who sits in MA", ["Jordan Reyes, 1st Barnstable (House)"])
    assert "Brought in " in signed_in.reads(AT)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04", "This is a workbook of a spreadsheet program."),
        (
            as_csv([ma_rows()[0] | {"name": "Jos\u00c3\u00a9"}, *ma_rows()[1:]]),
            "Line 2: an encoding has garbled the name",
        ),
        (b"x" * (5 * 1024 * 1024 + 1), "The file is larger than 5 MB"),
    ],
)
def test_a_bad_file_is_told_and_what_was_typed_stays(uploads, session, content, told):
    answer = uploads(content, source="The clerk")
    assert answer.status_code == 422
    assert told in unescape(answer.text)
    assert 'value="The clerk"' in answer.text
    assert session.query(UploadedFile).count() == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": ""}, "Choose a file first: one whose name ends in .csv."),
        ({"source": ""}, "Say where the file is from"),
        ({"state": "XX"}, "Choose one of the states whose districts we have."),
        ({"in_force": "2020-01-01T11:00"}, "That is past already. Take a later one."),
        ({"as_of": "2999-01-01"}, "This day is still to come."),
        ({"as_of": "soon"}, "Enter a day, like 11/27/2026."),
        ({"only": "6th Atlantis"}, "There is no seat “6th Atlantis”"),
    ],
)
def test_what_is_wrong_beside_the_file_is_told_at_its_field(uploads, typed, told):
    answer = uploads(as_csv(NEW), **typed)
    assert (answer.status_code, told in unescape(answer.text)) == (422, True)


@pytest.mark.usefixtures("no_place")
def test_a_file_that_cannot_be_looked_into_now_is_told_and_what_was_typed_stays(uploads, session):
    answer = uploads(as_csv(NEW), source="The clerk of the House")
    assert (answer.status_code, NO_PLACE in answer.text) == (503, True)
    assert "The clerk of the House" in answer.text
    assert session.query(UploadedFile).count() == 0


def test_one_with_more_rows_than_there_are_people_is_told(uploads):
    rows = "Jordan Reyes,House,1st Barnstable,Democratic,,,\n" * (MOST_ROWS + 1)
    assert "more than 10,000 rows" in uploads((PLAIN.partition("\n")[0] + "\n" + rows).encode()).text


def test_fifty_megabytes_are_told_kindly(uploads, signed_in):
    assert uploads(bytes(50 * 1024 * 1024)).location == f"{AT}?done=too-large"
    assert "This file is far too large" in signed_in.reads(AT, done="too-large")


def test_one_seat_is_changed_by_a_file_of_one_row(uploads, presses, sits):
    uploads(PLAIN.encode(), name="elected.csv", only="1st Barnstable\n", source="The clerk")
    assert presses().status_code == 303
    assert (sits(), sits("25002")) == ("Jordan Reyes", "Kip Diggs")


def test_whoever_is_not_in_the_file_stays_where_that_is_ticked(uploads, presses, sits):
    uploads(PLAIN.encode(), name="elected.csv", rest_stays="1", source="The clerk")
    assert presses().location.endswith("?done=imported")
    assert (sits(), sits("25002")) == ("Jordan Reyes", "Kip Diggs")


def test_hostile_text_is_only_text(uploads, signed_in):
    rows = [ma_rows()[0] | {"name": "<script>alert(1)</script>", "capitol_voice": "=1+1"}, *ma_rows()[1:]]
    uploads(as_csv(rows))
    page = signed_in.reads(FILE)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "Line 2, &lt;script&gt;alert(1)&lt;/script&gt;, capitol_voice: “=1+1” cannot be read" in page


def test_a_viewer_brings_in_nothing(as_viewer):
    assert as_viewer.opens(AT).status_code == 403
    assert f'href="{AT}"' not in as_viewer.reads("/organizers/offices")


def test_every_seat_of_today_is_there(uploads, signed_in):
    uploads(as_csv(ma_rows()))
    page = signed_in.reads(FILE)
    assert page.count("Nothing changes here.") == 2
    assert "Nobody changes. Once it is brought in, we know that this is so on " in page
    assert f"{len([it for it in tables().people if it.geoid.startswith('25D')])} as before" in page
