"""Words are taken out of a note for good: shown first, done by who was shown just that, and told without the words."""

from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from app.calls.inbox.marking import By, add_tag, mark_read
from app.calls.inbox.redacting import without
from app.calls.life.notes import note_text, sealed_note
from app.calls.life.reports import Report
from app.calls.run.feedback import report_outcome
from app.clock import eastern_day, utc_now
from app.extensions import given
from app.language.moments.short import calendar_day
from app.limits.feedback import changes_now
from app.privacy.holding.change import Wanted, begin_hold, standing_hold
from models import OF_A_NOTE, AuditAct, AuditEvent, CalledOffice, ReportedOutcome
from tests.organizers.conftest import EMAIL, hidden_fields
from tests.organizers.notes.conftest import PAGE
from tests.world.one_unit import kept

TEXT = "Ms. Ruiz said to call Al back at 617-555-0134.\nAl was also kind."


@pytest.fixture
def note(wrote, app):
    return wrote(TEXT, created_at=given().clock())


@pytest.fixture
def says(session, note, app):
    """What the note says now."""

    def says():
        session.refresh(note)
        return note_text(given().vault, note.note_sealed)

    return says


@pytest.fixture
def redacts(signed_in, note):
    """Sends the words, looks at what is left, and is sure; reads what follows."""
    address = f"{PAGE}/{note.id}/redact"

    def redacts(words, meanwhile=lambda: None):
        token = hidden_fields(signed_in.reads(address), address)["csrf_token"]
        shown = signed_in.sends(address, csrf_token=token, words=words)
        if 'name="sure"' not in shown.text:
            return unescape(shown.text)
        meanwhile()
        answer = signed_in.sends(address, **hidden_fields(shown.text, address, sure=1), words=words)
        return unescape(signed_in.reads(answer.location.partition("#")[0]) if answer.location else answer.text)

    return redacts


@pytest.fixture
def sends_again(session, note):
    """The supporter sends their page once more."""

    def sends_again(text):
        session.rollback()
        own, call_id = given(), session.get(CalledOffice, note.called_office_id).call_id
        report = Report(ReportedOutcome.VOICEMAIL, None, sealed_note(own.vault, text, "page 0"))
        report_outcome(session, call_id, 0, report, changes_now(own.settings, own.clock()))
        session.commit()

    return sends_again


def test_numbers_and_addresses_stand_there_already(signed_in, note):
    page = signed_in.reads(f"{PAGE}/{note.id}/redact")
    assert ">\n617-555-0134</textarea>" in page


def test_what_is_shown_first_is_not_done_yet(signed_in, note, says):
    address = f"{PAGE}/{note.id}/redact"
    token = hidden_fields(signed_in.reads(address), address)["csrf_token"]
    page = signed_in.sends(address, csrf_token=token, words="Ruiz").text
    assert "Ms. [taken out] said" in page
    assert says() == TEXT


def test_what_is_taken_out_is_gone_everywhere(redacts, signed_in, note, says):
    assert "Taken out, for good" in redacts("Ms. ruiz\nal\n617-555-0134")
    assert says() == "[taken out] said to call [taken out] back at [taken out].\n[taken out] was also kind."
    call = signed_in.reads(f"/organizers/calls/{note.called_office_id}")
    assert ("Ruiz" in call, "[taken out]" in call) == (False, True)


def test_the_audit_log_tells_who_did_it_and_none_of_the_words(redacts, session, note):
    redacts("Ruiz\nAl")
    session.rollback()
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.NOTE_REDACTED)).one()
    assert event.after == {"words taken out": 3}
    assert "Ruiz" not in f"{event.subject}{event.before}{event.after}"


@pytest.mark.parametrize(
    ("words", "told"),
    [("", "Write the words"), ("Rui", "“Rui” does not stand"), ("a", "is too short"), ("\u202e", "Write the words")],
)
def test_what_cannot_be_taken_out_is_told_and_nothing_typed_is_lost(redacts, says, words, told):
    page = redacts(words)
    assert told in page
    assert words.strip("\u202e") in page
    assert says() == TEXT


def test_a_note_that_was_changed_meanwhile_is_looked_at_again(redacts, session, note, says, wrote):
    other = wrote("Something else, said by Ruiz")

    def changed():
        note.note_sealed = other.note_sealed
        session.commit()

    assert "was changed since you opened this page" in redacts("Ruiz", changed)
    assert says() == "Something else, said by Ruiz"


def test_words_that_were_taken_out_do_not_come_back_with_a_page_that_is_sent_again(redacts, sends_again, note, says):
    redacts("Ruiz")
    sends_again(TEXT)
    assert "[taken out]" in says()
    assert note.outcome is ReportedOutcome.VOICEMAIL


def test_a_note_that_its_supporter_takes_back_leaves_nothing(redacts, sends_again, session, note):
    redacts("Ruiz")
    sends_again("")
    session.refresh(note)
    assert [getattr(note, name) for name in OF_A_NOTE] == [None] * len(OF_A_NOTE)


def test_other_words_are_read_anew_and_keep_their_tags(sends_again, session, note):
    add_tag(session, note.id, "hearing", By(EMAIL, None))
    mark_read(session, [note.id], By(EMAIL, None))
    session.commit()
    sends_again("I remember it better now")
    session.refresh(note)
    assert (note.read_at, note.read_by, note.tags) == (None, None, ["hearing"])


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Also Al", ["Al"], "Also [taken out]"),
        ("张伟很客气", ["张伟"], "[taken out]很客气"),
        ("Ana  María\nLópez", ["ana maría lópez"], "[taken out]"),
        ("(617) 555.0134", ["(617) 555.0134"], "[taken out]"),
        ("a.*b", [".*"], "a[taken out]b"),
        ("Ana Ruiz and Ana", ["Ana", "Ana Ruiz"], "[taken out] and [taken out]"),
        ("Ana Ruiz is out", ["Ana Ruiz", "out"], "[taken out] is [taken out]"),
        ("[taken out] is out", ["out"], "[taken out] is [taken out]"),
    ],
)
def test_whole_words_go_in_whatever_script(text, words, left):
    assert without(text, words).text == left


@pytest.fixture
def held(session, campaign):
    """A legal hold of the campaign."""
    wanted = Wanted("A subpoena of May 3.", eastern_day(utc_now()) + timedelta(days=100), "ada@example.org")
    kept(session, lambda work: begin_hold(work.session, given().vault.days.holds, campaign, wanted, utc_now()))
    return standing_hold(session, campaign)


@pytest.mark.usefixtures("held")
def test_while_a_legal_hold_lasts_its_page_says_why_not_until_when_and_whom_to_ask(signed_in, note):
    page = unescape(signed_in.reads(f"{PAGE}/{note.id}/redact"))
    until = calendar_day(eastern_day(utc_now()) + timedelta(days=100))
    assert [words for words in ("evidence destroyed", f"Until {until},", "ada@example.org") if words not in page] == []
    assert "<textarea" not in page


def test_a_hold_that_began_meanwhile_is_told_and_nothing_is_taken_out(signed_in, note, says, request):
    address = f"{PAGE}/{note.id}/redact"
    fields = hidden_fields(signed_in.reads(address), address)
    request.getfixturevalue("held")
    answer = signed_in.sends(address, **fields, words="Ruiz", sure="1")
    assert (answer.status_code, "evidence destroyed" in answer.text, says()) == (409, True, TEXT)
