"""What looks odd in an uploaded file is asked on the page; the file outlasts its questions."""

import re
from html import unescape
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from app.representatives import directory
from app.representatives.roster.correct_lines import correct_lines
from app.team.create import create_organizer
from models import District, TeamRole, WhomToCall
from tests.organizers.conftest import NOON, PASSWORD, hidden_fields
from tests.organizers.offices.importing.conftest import AT, FILE
from tests.representatives.importing.people_csv import as_csv, import_rows, ma_rows, somebody_new
from tests.world.campaign.campaigns import change_campaign

ONE_FOR_ALL = {"capitol_voice": "617-722-2999"}
ODD = [*[row | ONE_FOR_ALL for row in ma_rows()[:60]], *ma_rows()[60:], somebody_new(ma_rows()[0])]


@pytest.fixture
def odd(uploads):
    """A file with two people for one seat, and numbers of more than a third of the House changed."""
    return uploads(as_csv(ODD))


def test_every_question_is_shown_with_its_answers(odd, signed_in):
    page = signed_in.reads(FILE)
    assert "What looks odd: 2" in page
    assert 'name="answer-twice-2" value="200"' in page
    assert '<input type="checkbox" name="answer-lines" value="yes">' in page


def test_nothing_is_written_before_every_answer_and_no_answer_is_lost(odd, presses, signed_in, sits):
    answer = presses(twice_2="200")
    assert answer.status_code == 422
    assert re.search('<a href="#answer-lines">[^<]* House members who stay would be reached', answer.text)
    assert "Answer this. If it is not right, mend the file and upload it again." in answer.text
    assert 'value="200" checked' in signed_in.reads(FILE)
    assert sits() == "Chris Flanagan"


def test_answered_it_is_written(odd, presses, sits):
    assert presses(twice_2="200", lines="yes").location.endswith("?done=imported")
    assert sits() == "Jordan Reyes"


def test_answers_can_be_kept_to_look_again(odd, presses, signed_in, sits):
    assert presses(f"{FILE}/answers", twice_2="200").location == f"{FILE}?done=answered"
    assert "Jordan Reyes" in signed_in.reads(FILE).partition('<section aria-labelledby="of-house">')[2]
    assert sits() == "Chris Flanagan"


def test_whoever_was_outrun_looks_once_more(uploads, signed_in, session, sits):
    uploads(as_csv(ma_rows()))
    seen = signed_in.reads(FILE)
    import_rows(session, [somebody_new(ma_rows()[0]), *ma_rows()[1:]])
    session.commit()
    answer = signed_in.sends(FILE, csrf_token=_token(seen), seen=_seen(seen))
    assert answer.status_code == 409
    assert "Somebody else changed the offices meanwhile." in answer.text
    assert sits() == "Jordan Reyes"


def _seen(page):
    return page.partition('name="seen" value="')[2].partition('"')[0]


def _token(page):
    return page.partition(f'action="{FILE}')[2].partition('name="csrf_token" value="')[2].partition('"')[0]


def test_a_line_corrected_by_hand_is_overwritten_where_that_is_ticked(uploads, presses, signed_in, session):
    correct_lines(session, directory(session).seat("25001").holder.id, (), by="ana@example.org", note="-", now=NOON)
    session.commit()
    uploads(as_csv(ma_rows()))
    assert "Corrected by hand, and kept" in signed_in.reads(FILE)
    form = {"csrf_token": _token(signed_in.reads(FILE)), "seen": _seen(signed_in.reads(FILE)), "overwrite": "1"}
    assert signed_in.sends(FILE, **form).location.endswith("?done=imported")
    session.rollback()
    assert directory(session).seat("25001").line.e164 == "+16177222080"


def test_campaigns_that_lose_somebody_are_named(uploads, signed_in, session, campaign):
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[directory(session).seat("25001").holder.id])
    uploads(as_csv(ma_rows()[1:]))
    assert "<li>Chris Flanagan is on the list of “the Safe Communities Act”.</li>" in signed_in.reads(FILE)


def test_the_file_can_be_taken_away(odd, presses, signed_in, sits):
    assert presses(f"{FILE}/drop").location == f"{AT}?done=dropped"
    assert signed_in.opens(FILE).location == f"{AT}?done=no-file"
    assert sits() == "Chris Flanagan"


@pytest.mark.parametrize("path", [FILE, f"{FILE}/answers"])
def test_without_a_file_nothing_can_be_pressed(signed_in, path):
    token = signed_in.reads(AT).partition('name="csrf_token" value="')[2].partition('"')[0]
    assert signed_in.sends(path, csrf_token=token).location == f"{AT}?done=no-file"


@pytest.fixture
def as_organizer(organizer, session):
    """Somebody who may bring in a file, and has no campaign."""
    create_organizer(session, "bob@example.org", PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    assert organizer.signs_in("bob@example.org").status_code == 302
    return organizer


def test_of_campaigns_that_are_not_theirs_an_organizer_learns_how_many(as_organizer, session, campaign):
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[directory(session).seat("25001").holder.id])
    form = hidden_fields(as_organizer.reads(AT), AT) | {"chambers": "both", "source": "Open States"}
    as_organizer.uploads(AT, **form, file=FileStorage(BytesIO(as_csv(ma_rows()[1:])), "ma.csv"))
    page = as_organizer.reads(FILE)
    assert "<li>1 more on lists of campaigns that are not yours.</li>" in page
    assert "Safe Communities" not in page


def test_a_file_that_fits_no_more_is_told_with_what_is_wrong(uploads, signed_in, session):
    uploads(as_csv(ma_rows()))
    form = hidden_fields(signed_in.reads(FILE), FILE)
    session.get_one(District, "25001").name = "1st Atlantis"
    session.commit()
    for answer in (signed_in.sends(FILE, **form), signed_in.opens(FILE)):
        assert answer.status_code == 409
        assert "Line 2: there is no House district “1st Barnstable”" in answer.text


@pytest.mark.parametrize(
    ("number", "whose"), [("617-722-2000", "the State House's switchboard"), ("712-432-0100", "costs by the minute")]
)
def test_a_number_that_is_no_offices_is_not_brought_in(uploads, presses, sits, number, whose):
    first, *rest = ma_rows()
    uploads(as_csv([first | {"capitol_voice": number}, *rest]))
    answer = presses(line_kinds="yes")
    assert answer.status_code == 422
    assert whose in unescape(answer.text)
