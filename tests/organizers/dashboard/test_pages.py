"""The dashboard as organizers read it: empty, with one call, and what is under way."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import delete, update

from app.calls.life.notes import sealed_note
from app.calls.now.ending import end_call
from app.calls.queue.complaints import note_complaint
from app.clock import eastern_day
from app.representatives import directory
from app.statistics.sealing import seal_some
from app.store.unit import unit
from models import (
    AuditAct,
    AuditEvent,
    Call,
    CallEvent,
    CallStatus,
    CountedCall,
    CountOfDay,
    CountOfHour,
    CountOfMonth,
    CountOfOffice,
    CountOfTown,
    EndReason,
    EventSource,
    Feedback,
    Leg,
    LegRole,
    LegStatus,
    LineDay,
    LineOutcome,
    ReportedOutcome,
    ReportSource,
    Stance,
    WhatHappened,
)
from tests.organizers.dashboard.conftest import TALKED
from tests.world.calls import a_call
from tests.world.one_unit import kept

PAGES = ("dashboard", "dashboard/map", "dashboard/map?by=town", "dashboard/wall", "dashboard?span=all")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_calls_has_its_words_and_no_inline_style(reads, page):
    text = reads(page)
    assert re.findall(r"<script(?! type=\"module\" src=)|<style|style=|\son\w+=", text) == []
    assert len(text.encode()) < 300_000


def test_an_empty_dashboard_says_what_to_do_next(reads, campaign):
    assert "Send the campaign's link round" in reads(f"campaigns/{campaign}/dashboard")
    assert "Nobody just now" in reads("dashboard/now")


def test_a_talk_is_told_in_every_part(reads, happened, campaign):
    happened(**TALKED)
    page = reads(f"campaigns/{campaign}/dashboard")
    told = ("Of 1 who asked, 1 came to an office's line: 100 %", "Most calls came between", "they agree")
    assert [words for words in told if words not in page] == []


def test_the_numbers_are_sent_again_once_more_is_counted_and_no_sooner(reads, happened):
    happened(**TALKED)
    asks_for = re.compile(r'data-poll="/organizers/([^"]+)"')
    first = unescape(asks_for.search(reads("dashboard"))[1])
    assert 'id="numbers"' not in reads(first)
    happened(phone="+16175550124", **TALKED)
    more = reads(first)
    assert "Of 2 who asked, 2 came to an office's line" in more
    assert 'id="numbers"' not in reads(unescape(asks_for.search(more)[1]))


def test_who_says_something_else_than_the_line_is_shown_as_that(reads, happened):
    said = {"reported_outcome": ReportedOutcome.CONTACT, "reported_source": ReportSource.PAGE}
    happened(line_outcome=LineOutcome.BUSY, **said)
    page = reads("dashboard")
    assert "In 1 of 1 calls of which both are known, they disagree." in page
    assert "outcome=line-busy&also=said-contact" in page


def test_own_phones_stand_beside_and_are_never_added(reads, happened):
    own = {"source": "own-phone", "phone": None, "reported_outcome": ReportedOutcome.CONTACT}
    happened(reported_source=ReportSource.PAGE, **own)
    page = reads("dashboard")
    assert "Nobody asked to be called." in page
    assert re.search(r"Own phones, as reported</dt><dd>1<", page)


def test_the_map_of_a_campaign_leads_to_its_other_pages(reads, campaign):
    assert 'id="campaign-menu"' in reads(f"campaigns/{campaign}/dashboard/map")
    assert 'id="campaign-menu"' not in reads("dashboard/map")


@pytest.mark.parametrize("by", ["town", "house"])
def test_the_map_and_its_table_say_the_same(reads, happened, by):
    happened(**TALKED)
    page = reads("dashboard/map", by=by)
    name = "Holyoke" if by == "town" else "5th Hampden (Pat Duffy)"
    area = re.search(rf'<a href="#([\w-]+)" class="(\w+)" aria-label="{re.escape(name)}: (\w+)', page)
    row = re.search(rf'<tr id="{area[1]}".*?</tr>', page, re.DOTALL)[0]
    assert (area[2] in row, area[3] in row.lower()) == (True, True)


def test_the_outlines_are_fetched_once_and_kept(client, reads):
    address = re.search(r'use href="([^"#]+)#', reads("dashboard/map"))[1]
    answer = client.get(address)
    assert (answer.mimetype, "immutable" in answer.headers["Cache-Control"]) == ("image/svg+xml", True)
    assert 'id="' in answer.text
    assert len(answer.data) <= 150_000


def test_who_is_under_way_is_shown_until_it_is_over(reads, called, session):
    call = called(status=CallStatus.TALKING, ended_at=None)
    page = reads("dashboard/now")
    assert [
        words for words in ("Talking", "Holyoke to Pat Duffy", "<strong>1</strong> on the phone") if words not in page
    ] == []
    call.status, call.ended_at = CallStatus.COMPLETED, call.created_at
    session.commit()
    assert "Nobody just now" in reads("dashboard/now")


def test_nothing_is_sent_where_nothing_is_new(signed_in):
    tag = signed_in.opens("/organizers/dashboard/now").headers["ETag"]
    again = signed_in.client.get("/organizers/dashboard/now", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_call_is_ended_with_a_reason_that_the_audit_log_keeps(app, signed_in, session, campaign):
    call = a_call(session, app.extensions["ringdown"], campaign)
    page = f"/organizers/calls/{call.id}/end"
    assert "Say in a few words why" in signed_in.follows(page, page, reason="")
    assert "Called off" in signed_in.follows(page, page, reason="They asked us to")
    session.expire_all()
    assert session.get_one(Call, call.id).end_reason is EndReason.ENDED_BY_TEAM
    kept = session.query(AuditEvent).where(AuditEvent.act == AuditAct.CALL_ENDED).one()
    assert kept.after == {"reason": "They asked us to"}


def test_where_the_carrier_cannot_be_told_the_call_goes_on_without_a_reason(signed_in, session, called):
    call = called(status=CallStatus.TALKING, ended_at=None)
    session.add(Leg(call_id=call.id, role=LegRole.SUPPORTER, carrier_sid="CA1", status=LegStatus.IN_PROGRESS))
    session.commit()
    page = f"/organizers/calls/{call.id}/end"
    assert "could not be told" in signed_in.follows(page, page, reason="They asked us to")
    session.expire_all()
    assert session.get_one(Call, call.id).end_reason is None


def test_why_a_call_ends_is_known_though_we_die_while_the_carrier_is_told(session, called):
    call = called(status=CallStatus.TALKING, ended_at=None)
    session.add(Leg(call_id=call.id, role=LegRole.SUPPORTER, carrier_sid="CA1", status=LegStatus.IN_PROGRESS))
    session.commit()
    with pytest.raises(SystemExit), unit(session) as work:
        end_call(work, LastCarrier(), call.id)
    session.expire_all()
    assert session.get_one(Call, call.id).end_reason is EndReason.ENDED_BY_TEAM


class LastCarrier:
    """One while which is told we die."""

    def end(self, _sid):
        raise SystemExit


def test_a_call_that_is_over_stays_as_it_is(signed_in, called):
    call = called()
    assert signed_in.opens(f"/organizers/calls/{call.id}/end").location.endswith("done=over")


def test_those_who_heard_from_nobody_come_with_words_to_send(reads, campaign):
    page = reads(f"campaigns/{campaign}/dashboard")
    link = re.search(rf"/organizers/(campaigns/{campaign}/share/\w+)", page)
    assert "has not heard from us" in reads(link[1])
    assert reads("dashboard").count("/share/") == 0


def test_each_number_leads_to_its_rows(signed_in, reads, happened, campaign):
    happened(line_outcome=LineOutcome.BUSY, reported_outcome=ReportedOutcome.CONTACT, reported_source=ReportSource.PAGE)
    page = reads(f"campaigns/{campaign}/dashboard")
    every = re.findall(r'href="(/organizers/calls\?[^"]+)"', page)
    links = [link for link in every if "outcome" in link or "hour" in link]
    counts = {link: len(re.findall(r'href="/organizers/calls/\d+"', signed_in.reads(link))) for link in links}
    assert len(counts) == 2
    assert set(counts.values()) == {1}


def test_notes_stand_beside_the_stances_of_their_office(app, session, reads, happened):
    call = happened(**TALKED)
    sealed = sealed_note(app.extensions["ringdown"].vault, "Staff said she <b>likes</b> it", "page")
    told = {"outcome": ReportedOutcome.CONTACT, "stance": Stance.YES, "note_sealed": sealed}
    session.add(Feedback(called_office_id=call.offices[0].id, source=ReportSource.PAGE, **told))
    reported = {"what": WhatHappened.REPORTED, "outcome": ReportedOutcome.CONTACT, "source": EventSource.PAGE}
    session.add(CallEvent(call_id=call.id, rank=0, **reported))
    session.commit()
    reads("dashboard")
    happened()
    page = reads("dashboard")
    assert "Staff said she <b>likes</b> it" in page
    assert f"office={call.offices[0].district_geoid}&stance=yes" in page


def test_links_that_were_sent_round_are_named(reads, happened):
    happened(came_from="25048", **TALKED)
    happened(came_from="flyer", **TALKED)
    page = reads("dashboard")
    assert "The link for 5th Hampden" in page
    assert "“flyer”" in page


def test_a_joined_link_is_said_to_be_of_several_or_of_none(app, session, reads, happened, campaign):
    for nth in range(5):
        happened(came_from="flyer" if nth == 0 else "", **TALKED)
    yesterday = app.extensions["ringdown"].clock() - timedelta(days=1)
    session.execute(update(Call).values(created_at=yesterday))
    session.execute(delete(CountedCall))
    for model in (CountOfDay, CountOfHour, CountOfMonth, CountOfOffice, CountOfTown):
        session.execute(delete(model))
    session.commit()
    while kept(session, lambda work: seal_some(work.session, eastern_day(yesterday), yesterday + timedelta(days=1))):
        pass
    page = reads(f"campaigns/{campaign}/dashboard", span="all")
    assert re.search(r"Several links, or none</dt><dd>5<", page)
    assert "links of few calls are one number, with calls by no link where they are too few" in page
    assert "“flyer”" not in page


def test_lines_of_which_nothing_is_known_are_not_said_to_answer(app, session, reads):
    now = app.extensions["ringdown"].clock()
    line = {"day": eastern_day(now), "busy": 0, "failed": 0, "mailbox_full": 0, "last_tried": now}
    assert "None: no line was rung within 14 days." in reads("dashboard")
    session.add(LineDay(e164="+16175550100", no_answer=2, answered=0, **line))
    session.commit()
    assert "no line was rung 3 times within 14 days, and none answered yet" in reads("dashboard")
    session.add(LineDay(e164="+16175550101", no_answer=0, answered=1, **line))
    session.commit()
    assert "None fails often. 1 line did not answer yet" in reads("dashboard")
    session.execute(update(LineDay).values(answered=1, no_answer=0))
    session.commit()
    assert "every line that was rung within 14 days answered" in reads("dashboard")


def test_who_complained_is_cured_though_they_were_not_rung_lately(app, session, reads):
    seat = directory(session).seat("25048")
    note_complaint(session, seat.line.e164, "/organizers/offices/25048", app.extensions["ringdown"].clock())
    session.commit()
    page = reads("dashboard")
    assert "They complained" in page
    assert "Call them first." in page
    assert "None: no line" not in page


def test_a_full_mailbox_is_told_though_own_phones_alone_found_it(app, session, reads):
    now = app.extensions["ringdown"].clock()
    never = dict.fromkeys(("answered", "busy", "no_answer", "failed"), 0)
    session.add(LineDay(e164="+16175550100", day=eastern_day(now), mailbox_full=3, last_tried=now, **never))
    session.commit()
    assert "Mailbox full, as 3 told us" in reads("dashboard")
