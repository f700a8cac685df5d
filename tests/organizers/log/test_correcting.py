"""An organizer corrects what came of an office, says how they know, and takes it back."""

from datetime import timedelta
from html import unescape

import pytest

from app.calls.run.correct import every_said
from app.calls.shown.log.page import log_row
from app.organizers.came_of import came_of_word, how_known
from app.statistics.counting import count
from app.statistics.reading import counts
from app.statistics.told import Span
from app.team.create import create_organizer
from app.team.person import join_campaign
from models import (
    AuditAct,
    AuditEvent,
    CallStatus,
    CountedBy,
    Feedback,
    LineOutcome,
    ReportedOutcome,
    ReportSource,
    Stance,
    TeamRole,
)
from models import Organizer as Account
from tests.organizers.conftest import CSRF, PASSWORD, Organizer, hidden_fields
from tests.world.one_unit import kept

BUSY = {"line_outcome": LineOutcome.BUSY}
LEFT_MESSAGE = {"outcome": "voicemail", "stance": "", "reason": "She told me at the office"}


@pytest.fixture
def corrects(signed_in):
    """Fills the form of a call's office, and reads what follows."""

    def corrects(call, rank=0, **form):
        address = f"/organizers/calls/{call.id}/offices/{rank}/outcome"
        sent = hidden_fields(signed_in.reads(address), address) | LEFT_MESSAGE | form
        answer = signed_in.sends(address, **sent)
        return unescape(signed_in.reads(answer.location) if answer.location else answer.text)

    return corrects


@pytest.fixture
def takes_back(signed_in):
    """Presses the button on the page of a call."""

    def takes_back(call, rank=0, **form):
        page, address = f"/organizers/calls/{call.id}", f"/organizers/calls/{call.id}/offices/{rank}/outcome/undo"
        sent = hidden_fields(signed_in.reads(page), address) | form
        return unescape(signed_in.reads(signed_in.sends(address, **sent).location))

    return takes_back


@pytest.fixture
def word(session):
    """What the log says of a call, and how that is known."""

    def word(call):
        session.expire_all()
        row = log_row(session, call.id)
        return came_of_word(row).text, how_known(row)

    return word


def test_a_correction_counts_before_the_line_and_is_told_with_its_reason(called, corrects, word):
    call = called(**BUSY)
    page = corrects(call)
    assert "The outcome is corrected" in page
    assert "An organizer corrects what came of it: left a message" in page
    assert "<blockquote>She told me at the office</blockquote>" in page
    assert word(call) == ("Left a message", "the line showed: busy; corrected by an organizer")


def test_what_was_said_before_counts_again_once_it_is_taken_back(session, called, corrects, takes_back, word):
    call = called(line_outcome=LineOutcome.ANSWERED, talk_seconds=9)
    session.add(Feedback(called_office_id=call.offices[0].id, source=ReportSource.KEYPAD, outcome="contact"))
    call.reported_outcome, call.reported_source = ReportedOutcome.CONTACT, ReportSource.KEYPAD
    session.commit()
    before = word(call)
    corrects(call, outcome="mailbox-full")
    assert word(call) == ("Mailbox full", "corrected by an organizer")
    page = takes_back(call)
    assert "The correction is taken back" in page
    assert "An organizer takes back the correction" in page
    assert word(call) == before == ("Talked to the office 0:09", "told by keypad")


def test_the_audit_log_keeps_what_was_and_why(session, called, corrects, takes_back):
    call = called(**BUSY)
    corrects(call, reason="Call me at 617-555-0123")
    takes_back(call)
    acts = session.query(AuditEvent).where(AuditEvent.act == AuditAct.OUTCOME_CORRECTED).order_by(AuditEvent.id)
    (made, undone) = acts
    assert made.before == undone.after == {"outcome": "nothing told"}
    assert (made.after["outcome"], "617" in made.after["reason"]) == ("Left a message", False)
    assert made.subject == f"the outcome of call {call.id}"


def test_the_form_shows_what_counts_now_and_keeps_the_stance(session, signed_in, called, corrects):
    call = called(**BUSY)
    corrects(call, outcome="contact", stance="yes")
    page = signed_in.reads(f"/organizers/calls/{call.id}/offices/0/outcome")
    assert 'value="contact" checked' in page
    assert 'value="yes" selected' in page
    assert every_said(session, call.id, 0)[0].stance is Stance.YES


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"reason": ""}, "Say in a few words how you know"),
        ({"outcome": ""}, "Choose what came of it."),
        ({"outcome": "nonsense"}, "Choose what came of it."),
        ({"outcome": "wrote"}, "Choose what came of it."),
    ],
)
def test_a_form_that_lacks_something_changes_nothing(session, called, corrects, form, sentence):
    call = called(**BUSY)
    page = corrects(call, **form)
    assert (sentence in page, every_said(session, call.id, 0)) == (True, ())


def test_whoever_saw_what_is_no_longer_so_is_told_and_keeps_what_they_typed(called, corrects, word):
    call = called(**BUSY)
    corrects(call)
    page = corrects(call, seen="another", outcome="contact", reason="I was there")
    assert "Somebody changed it since you opened this page" in page
    assert "I was there</textarea>" in page
    assert word(call)[0] == "Left a message"


def test_the_same_once_more_is_no_change(session, called, corrects):
    call = called(**BUSY)
    corrects(call)
    assert "Nothing was changed" in corrects(call)
    assert session.query(AuditEvent).where(AuditEvent.act == AuditAct.OUTCOME_CORRECTED).count() == 1


def test_a_call_under_way_is_left_alone(called, signed_in, session):
    call, csrf = called(), {"csrf_token": CSRF.search(signed_in.reads())[1]}
    call.status, call.ended_at = CallStatus.TALKING, None
    session.commit()
    answer = signed_in.sends(f"/organizers/calls/{call.id}/offices/0/outcome", **csrf, **LEFT_MESSAGE)
    assert "once it is over" in signed_in.reads(answer.location)
    assert every_said(session, call.id, 0) == ()


@pytest.mark.parametrize(
    "address", ["{id}/offices/7/outcome", "0/offices/0/outcome", "99999999999999999999/offices/0/outcome"]
)
def test_of_what_is_not_there_nothing_is_corrected(signed_in, called, address):
    assert signed_in.opens(f"/organizers/calls/{address.format(id=called().id)}").status_code == 404


def test_an_own_phone_is_corrected_to_a_letter(called, corrects, word):
    call = called(source="own-phone", phone=None, reported_outcome="contact", reported_source=ReportSource.PAGE)
    corrects(call, outcome="wrote")
    assert word(call) == ("Told us: wrote to them", "corrected by an organizer")


def test_of_several_offices_each_is_corrected_by_itself(session, called, corrects, takes_back):
    call = called(offices=({}, {}), **BUSY)
    corrects(call, rank=1, outcome="contact")
    row = log_row(session, call.id)
    assert [office.reported_outcome for office in row.offices] == [None, ReportedOutcome.CONTACT]
    takes_back(call, rank=1)
    assert [office.reported_outcome for office in log_row(session, call.id).offices] == [None, None]


def test_it_is_counted_as_it_was_corrected(app, session, called, corrects, takes_back):
    clock = app.extensions["ringdown"].clock
    call = called(at=clock() - timedelta(minutes=5), **BUSY)

    def came():
        kept(session, lambda work: count(work, clock))
        return {word: it.calls for word, it in counts(session, Span()).along(CountedBy.CAME).items()}

    corrects(call)
    assert came() == {"left-message": 1}
    takes_back(call)
    assert came() == {"office-busy": 1}


@pytest.mark.usefixtures("organizer")
def test_a_viewer_reads_it_and_corrects_nothing(session, client, campaign, called):
    create_organizer(session, "viewer@example.org", PASSWORD, role=TeamRole.VIEWER)
    join_campaign(session, campaign, session.query(Account).filter_by(role=TeamRole.VIEWER).one().id)
    session.commit()
    call, viewer = called(**BUSY), Organizer(client)
    viewer.signs_in("viewer@example.org")
    assert "Correct the outcome" not in viewer.reads(f"/organizers/calls/{call.id}")
    assert viewer.opens(f"/organizers/calls/{call.id}/offices/0/outcome").status_code == 403
