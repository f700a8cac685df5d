"""The inbox: notes are read, asked back, tagged and found, by several organizers at once."""

from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select, update

from app.calls.inbox import reading
from app.calls.inbox.marking import MOST_TAGS, By, add_tag, mark_follow_up, mark_read
from app.team.create import create_organizer
from app.team.person import join_campaign
from models import AuditEvent, Feedback, FollowUp, ReportSource, Stance, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import CSRF, EMAIL, NOON, PASSWORD, Organizer
from tests.organizers.notes.conftest import PAGE

HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 \u202etxt.exe \U0001f4de"


def notes_on(page):
    return page.partition('id="notes"')[2].count("<article")


def test_without_any_note_the_page_says_where_they_come_from(signed_in):
    assert "Everything is read" in signed_in.reads(PAGE)
    assert "Nothing waits for an answer" in signed_in.reads(PAGE, show="needs-answer")
    assert "No notes yet" in signed_in.reads(PAGE, show="every")


def test_a_note_stands_with_its_office_its_stance_and_its_call_the_newest_first(signed_in, wrote):
    wrote("The first")
    call = wrote("The second", created_at=NOON + timedelta(days=900), stance=Stance.NO)
    page = unescape(signed_in.reads(PAGE))
    for told in ("Pat Duffy", "Is against it", "from Holyoke", "talked to someone"):
        assert told in page
    assert page.index("The second") < page.index("The first")
    assert f'id="note-{call.id}"' in page


def test_neither_reasons_of_corrections_nor_rehearsals_stand_there(signed_in, wrote):
    wrote("I know better", source=ReportSource.ORGANIZER)
    wrote("As if", of={"rehearsal": True})
    assert notes_on(signed_in.reads(PAGE, show="every")) == 0


def test_a_note_that_was_read_says_by_whom_and_can_be_read_anew(presses, wrote, signed_in):
    note = wrote()
    page = presses(f"{note.id}/mark", do="read")
    assert ("Marked as read" in page, "Undo" in page, notes_on(page)) == (True, True, 0)
    assert f"Read by {EMAIL}" in signed_in.reads(PAGE, show="every")
    page = presses("unread", f"{PAGE}?show=every", notes=str(note.id))
    assert ("To be read again" in page, notes_on(page)) == (True, 1)


def test_after_a_note_the_next_one_comes(signed_in, wrote):
    note, following = wrote(), wrote()
    token = CSRF.search(signed_in.reads(PAGE))[1]
    sent = {"csrf_token": token, "do": "read", "next": str(following.id)}
    answer = signed_in.sends(f"{PAGE}/{note.id}/mark?stance=yes", **sent)
    assert answer.location.endswith(f"#do-{following.id}")
    assert "stance=yes" in answer.location


def test_all_of_a_page_are_read_at_once_and_back(presses, wrote):
    ids = ",".join(str(wrote().id) for _ in range(3))
    page = presses("read", notes=ids)
    assert ("3 notes: Marked as read" in page, notes_on(page)) == (True, 0)
    assert notes_on(presses("unread", f"{PAGE}?show=every", notes=ids)) == 3


def test_ids_that_no_note_can_have_are_of_nothing(presses, signed_in, wrote):
    too_long = "9" * 5000
    assert notes_on(signed_in.reads(PAGE, undo=f"{wrote().id},{too_long}")) == 1
    assert "Nothing was changed" in presses("read", notes=too_long)


def test_what_needs_an_answer_stands_apart_until_it_has_one(presses, wrote, signed_in):
    note = wrote("She asks for the bill's text")
    presses(f"{note.id}/mark", do="needs-answer")
    assert f"Needs an answer, says {EMAIL}" in signed_in.reads(PAGE, show="needs-answer")
    assert notes_on(signed_in.reads(PAGE)) == 0, "whoever says so has read it"
    presses(f"{note.id}/mark", f"{PAGE}?show=every", do="answered")
    assert notes_on(signed_in.reads(PAGE, show="needs-answer")) == 0
    assert f"Answered, says {EMAIL}" in signed_in.reads(PAGE, show="every")
    assert "It needs no answer" in presses(f"{note.id}/mark", f"{PAGE}?show=every", do="needs-none")


def test_the_dashboard_tells_how_many_need_an_answer(presses, wrote, signed_in):
    presses(f"{wrote().id}/mark", do="needs-answer")
    assert "1 needs an answer" in unescape(signed_in.reads("/organizers/dashboard"))


def test_who_was_first_stays(session, wrote):
    note = wrote()
    ana, bo = By("ana@example.org", None), By("bo@example.org", None)
    assert mark_read(session, [note.id], ana)
    assert not mark_read(session, [note.id], bo)
    assert mark_follow_up(session, note.id, FollowUp.NEEDED, bo)
    session.refresh(note)
    assert (note.read_by, note.followed_by) == ("ana@example.org", "bo@example.org")


def test_two_tags_at_once_are_two_and_the_same_one_is_one(session, wrote):
    note, me = wrote(), By(EMAIL, None)
    assert [add_tag(session, note.id, tag, me) for tag in ("hearing", "staff", "hearing")] == [True, True, False]
    session.refresh(note)
    assert note.tags == ["hearing", "staff"]


def test_a_tag_is_found_again_and_taken_off(presses, wrote, signed_in, session):
    note, _ = wrote("About the hearing"), wrote("Another")
    assert "Tagged" in presses(f"{note.id}/tags", tag=" #Hearing ")
    page = signed_in.reads(PAGE, tag="hearing", show="every")
    assert ("About the hearing" in page, "Another" in page, "hearing (1)" in page) == (True, False, True)
    assert "taken off" in presses(f"{note.id}/tags/off", f"{PAGE}?show=every", tag="hearing")
    assert session.scalars(select(Feedback.tags)).all() == [None, None]


@pytest.mark.parametrize(("tag", "told"), [("", "Type a tag"), ("  \u202e ", "Type a tag"), ("x" * 10_000, "Tagged")])
def test_odd_tags_are_told_or_cut(presses, wrote, session, tag, told):
    assert told in presses(f"{wrote().id}/tags", tag=tag)
    assert {len(it) for tags in session.scalars(select(Feedback.tags)) for it in tags or []} <= {30}


def test_a_note_has_so_many_tags_and_no_more(session, wrote):
    note = wrote()
    put = [add_tag(session, note.id, f"tag {nth}", By(EMAIL, None)) for nth in range(MOST_TAGS + 1)]
    assert put == [True] * MOST_TAGS + [False]


def test_whatever_somebody_wrote_is_shown_as_words(presses, wrote, signed_in):
    note = wrote(HOSTILE + "long" * 100)
    presses(f"{note.id}/tags", tag="<b>&")
    page = signed_in.reads(PAGE, show="every", words="<script>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "#&lt;b&gt;&amp;" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"stance": "no"}, {"Two"}),
        ({"office": "25048"}, {"One", "Two"}),
        ({"office": "25130"}, set()),
        ({"words": "twó"}, {"Two"}),
        ({"from": "2026-11-24"}, {"Two"}),
        ({"to": "2026-11-23"}, {"One"}),
        ({"campaign": "1", "stance": "yes"}, {"One"}),
    ],
)
def test_notes_are_found_by_what_is_known_of_them(signed_in, wrote, query, found):
    wrote("One", created_at=NOON)
    wrote("Two", created_at=NOON + timedelta(days=1), stance=Stance.NO)
    page = signed_in.reads(PAGE, **query)
    assert {it for it in ("One", "Two") if f">{it}</blockquote>" in page} == found


def test_what_is_no_filter_is_told(signed_in):
    page = signed_in.reads(PAGE, office="x", stance="x", campaign="x", show="x", **{"from": "x"})
    for told in ("no such office, so notes", "no such stance, so notes", "no such campaign, so notes"):
        assert told in page
    assert "not a day we know, so notes" in page


def test_pages_go_on_behind_the_last_note_and_none_comes_twice(signed_in, wrote, monkeypatch):
    monkeypatch.setattr(reading.notes_page, "__kwdefaults__", reading.notes_page.__kwdefaults__ | {"limit": 2})
    for nth in range(3):
        wrote(f"Note {nth}.", created_at=NOON)
    first = signed_in.reads(PAGE)
    older = unescape(first.partition('rel="next" href="')[2].partition('"')[0])
    second = signed_in.reads(older)
    seen = [it for page in (first, second) for it in ("Note 0.", "Note 1.", "Note 2.") if it in page]
    assert sorted(seen) == ["Note 0.", "Note 1.", "Note 2."]


def test_whoever_finds_none_among_many_may_search_further(signed_in, wrote, monkeypatch):
    monkeypatch.setattr(reading, "LOOKED_AT", 2)
    for _ in range(3):
        wrote(stance=Stance.NO)
    page = signed_in.reads(PAGE, stance="yes")
    assert ("None so far" in page, "Search further" in page) == (True, True)


def test_a_viewer_reads_and_marks_nothing(signed_in, wrote, session, campaign):
    note = wrote()
    token = CSRF.search(signed_in.reads(PAGE))[1]
    session.execute(update(Account).values(role=TeamRole.VIEWER))
    join_campaign(session, campaign, session.scalar(select(Account.id)))
    session.commit()
    page = signed_in.reads(PAGE)
    assert ("They were kind" in page, 'name="do"' in page) == (True, False)
    assert signed_in.sends(f"{PAGE}/{note.id}/mark", csrf_token=token, do="read").status_code == 403


def test_notes_of_another_campaign_are_none_that_there_are(client, session, wrote):
    note = wrote()
    create_organizer(session, "admin@example.org", PASSWORD, role=TeamRole.ADMIN)
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    other = Organizer(client)
    assert other.signs_in().status_code == 302
    page = other.reads(PAGE, show="every")
    token = CSRF.search(page)[1]
    assert ("No campaign is yours yet" in page, "They were kind" in page) == (True, False)
    assert other.sends(f"{PAGE}/{note.id}/mark", csrf_token=token, do="read").status_code == 404
    other.sends(f"{PAGE}/read", csrf_token=token, notes=str(note.id))
    session.refresh(note)
    assert note.read_at is None


def test_a_note_whose_key_is_gone_says_so_and_can_be_put_away(presses, wrote, signed_in):
    note = wrote(note_sealed=b"nothing that was sealed")
    assert "Nobody can read this note any more" in signed_in.reads(PAGE)
    assert notes_on(presses(f"{note.id}/mark", do="read")) == 0


def test_marks_are_not_written_into_the_audit_log(presses, wrote, session):
    note = wrote()
    presses(f"{note.id}/mark", do="read")
    assert not session.scalars(select(AuditEvent).where(AuditEvent.subject.contains("note"))).all()


@pytest.mark.parametrize("form", [{"do": "x"}, {"do": "read", "next": "x"}, {}])
def test_a_button_that_nobody_made_changes_nothing_else(presses, wrote, session, form):
    assert notes_on(presses(f"{wrote().id}/mark", **form)) in {0, 1}
    assert session.scalars(select(Feedback.follow_up)).all() == [None]
