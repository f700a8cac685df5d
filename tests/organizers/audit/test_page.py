"""The audit log as it is read: in sentences, what was beside what has become, by those whose it is."""

import csv
import io
import re
from datetime import UTC, datetime
from html import unescape

import pytest
from sqlalchemy import select

from app.organizers.audit.sentences import ACTS, did
from app.team.audit import record
from app.team.create import create_organizer
from app.team.person import join_campaign
from models import AuditAct, AuditEvent, TeamRole
from models import Organizer as Account
from tests.organizers.conftest import EMAIL, PASSWORD, Organizer

ANA = "ana@example.org"
NOON = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)


@pytest.fixture
def done(session):
    def do(act=AuditAct.CAMPAIGN_CHANGED, subject="whom Safe Communities calls", **what):
        record(session, **{"at": NOON, "who": ANA, "act": act, "subject": subject} | what)
        session.commit()

    return do


@pytest.fixture
def reads(signed_in):
    """The text of the page."""

    def read(**query):
        page = unescape(signed_in.reads("/organizers/audit", **query)).partition("<main")[2]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))

    return read


@pytest.fixture
def organizer_of(client, session):
    """An organizer whose campaign this is, signed in."""

    def one(campaign):
        create_organizer(session, "admin@example.org", PASSWORD, role=TeamRole.ADMIN)
        create_organizer(session, "bo@example.org", PASSWORD, role=TeamRole.ORGANIZER)
        join_campaign(session, campaign, session.query(Account).filter_by(email="bo@example.org").one().id)
        session.commit()
        bo = Organizer(client)
        bo.signs_in("bo@example.org")
        return bo

    return one


def test_what_was_done_is_a_sentence(reads, done):
    done(whence="203.0.113.x, Firefox on Windows")
    assert f"{ANA} changed whom Safe Communities calls 203.0.113.x, Firefox on Windows" in reads()


def test_what_was_and_has_become_stands_below(reads, done):
    done(before={"calls": "their own representative", "list": []}, after={"calls": "a list", "list": ["Ann", "Bo"]})
    assert "calls Before their own representative After a list" in reads()
    assert "list Before nothing After Ann Bo" in reads()


def test_days_are_those_of_massachusetts(reads, done):
    done(at=datetime(2026, 11, 29, 3, 0, tzinfo=UTC))
    assert "Saturday, Nov 28, 2026" in reads()


@pytest.mark.parametrize(
    "query", [{"who": ANA}, {"who": f" {ANA.upper()} "}, {"act": "removed"}, {"day": "2026-11-28"}]
)
def test_it_can_be_looked_through(reads, done, query):
    done(AuditAct.REMOVED, "cy@example.org")
    done(AuditAct.SIGNED_OUT, "", who="bo@example.org", at=datetime(2026, 11, 20, tzinfo=UTC))
    assert "removed cy@example.org from the team" in reads(**query)
    assert "signed out" not in reads(**query)


def test_by_campaign_too(reads, done, campaign):
    done(campaign_id=campaign)
    done(AuditAct.REMOVED, "cy@example.org")
    assert "cy@example.org" not in reads(campaign=campaign)
    assert "changed whom" in reads(campaign=campaign)


def test_what_cannot_be_read_is_told(reads, done):
    done()
    page = reads(act="flew", day="2026-13-01", campaign="x", before="forged")
    assert "There is no such act" in page
    assert "There is no such campaign" in page
    assert "That is not a day we know" in page
    assert "changed whom" in page


def test_where_nothing_fits_it_says_so(reads):
    assert "Nothing fits" in reads(who="nobody@example.org")


def test_older_things_are_on_later_pages(signed_in, done):
    for nth in range(51):
        done(subject=f"thing {nth:02d}", at=NOON.replace(minute=nth))
    page = signed_in.reads("/organizers/audit")
    assert "thing 00" not in page
    older = unescape(re.search(r'rel="next" href="([^"]+)"', page)[1])
    assert "thing 00" in signed_in.reads(older)


def test_organizers_read_what_was_done_to_their_campaigns_and_nothing_else(organizer_of, campaign, done):
    done(campaign_id=campaign)
    done(AuditAct.REMOVED, "cy@example.org")
    done(campaign_id=campaign + 1, subject="the other one")
    page = organizer_of(campaign).reads("/organizers/audit")
    assert "changed whom" in page
    assert "cy@example.org" not in page
    assert "the other one" not in page


def test_the_file_has_no_more_than_the_page(organizer_of, campaign, done):
    done(campaign_id=campaign)
    done(AuditAct.REMOVED, "cy@example.org")
    file = organizer_of(campaign).opens("/organizers/audit.csv").text
    assert "changed whom" in file
    assert "cy@example.org" not in file


def test_it_can_be_saved_for_a_spreadsheet(signed_in, done, session):
    done(before={"calls": "=1+1"}, after={"calls": "all"})
    answer = signed_in.opens("/organizers/audit.csv", act="campaign-changed")
    assert answer.mimetype == "text/csv"
    assert re.fullmatch(r'attachment; filename="audit-log-\d{4}-\d\d-\d\d.csv"', answer.headers["Content-Disposition"])
    heads, row = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert dict(zip(heads, row, strict=True)) == {
        "Time in Massachusetts": "2026-11-28 12:00:00",
        "Who": ANA,
        "Did what": "changed whom Safe Communities calls",
        "Campaign": "",
        "From where": "",
        "Before": "calls: =1+1",
        "After": "calls: all",
    }


def test_who_saves_it_is_in_it(signed_in, session):
    signed_in.opens("/organizers/audit.csv", who=ANA)
    event = session.scalars(select(AuditEvent).where(AuditEvent.act == AuditAct.EXPORTED)).one()
    assert (event.who, event.subject, event.after) == (EMAIL, "the audit log", {"who": ANA})


def test_every_act_has_its_sentence():
    assert ACTS.keys() == set(AuditAct)
    for act in AuditAct:
        assert did(AuditEvent(act=act, subject="")) == ACTS[act].alone
        assert "{" not in did(AuditEvent(act=act, subject="x"))
