"""An inbox of notes before a browser: long ones, short ones, in several scripts, of several offices."""

from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import select

from app.calls.life.notes import sealed_note
from app.clock import utc_now
from app.extensions import given
from models import Call, CalledOffice, Feedback, OfficeHolder, OfficeLine, ReportedOutcome, ReportSource, Stance
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.browsing import has_signed_in

TEXTS = (
    "They were kind, and will tell her. Ms. Ruiz asked me to send the bill's text to 617-555-0134.",
    "La secretaria dijo que la representante apoya la ley, pero que no sabe cuándo será la votación.",
    "对方说他还没有决定。",
    "Supercalifragilisticexpialidocious" * 6,
    "He is against it: too dear. We talked for a while about my mother, and about the hearing next week. " * 4,
)
STANCES = (Stance.YES, Stance.NO, Stance.UNDECIDED, None, Stance.UNKNOWN)


@pytest.fixture
def wrote(session, everything, campaign):
    """So many notes, the newest first written, of five offices."""
    holders = session.scalars(select(OfficeHolder).order_by(OfficeHolder.id).limit(5)).all()
    line_id = session.scalar(select(OfficeLine.id).limit(1))

    def office(holder):
        seat = {"district_geoid": holder.district_geoid, "office_holder_id": holder.id}
        return CalledOffice(rank=0, nth=1, how_found="town", office_line_id=line_id, line_kind="capitol", **seat)

    def wrote(many):
        notes = []
        for nth in range(many):
            at = utc_now() - timedelta(minutes=7 * nth)
            columns = {"campaign_version": 1, "source": "web", "town": "Holyoke", "status": "completed", "ended_at": at}
            call = Call(campaign_id=campaign, created_at=at, offices=[office(holders[nth % 5])], **columns)
            session.add(call)
            session.flush()
            sealed = sealed_note(given().vault, TEXTS[nth % 5], f"page {nth}")
            told = {"outcome": ReportedOutcome.CONTACT, "stance": STANCES[nth % 5], "created_at": at}
            notes.append(
                Feedback(called_office_id=call.offices[0].id, source=ReportSource.PAGE, note_sealed=sealed, **told)
            )
        session.add_all(notes)
        session.commit()
        return notes

    return wrote


@pytest.fixture
def inbox(new_page, everything):
    """The inbox, for an organizer who has signed in."""

    def opens(path="notes", width=1280, **options):
        page = new_page(width, **options)
        has_signed_in(page, everything, EMAIL, PASSWORD)
        page.goto(f"{everything.web_url}/organizers/{path}")
        return page

    return opens


CALLS = """
INSERT INTO call (created_at, campaign_id, campaign_version, source, town, status, status_since, ended_at)
SELECT at, %(campaign)s, 1, 'web', 'Holyoke', 'completed', at, at
FROM generate_series(1, %(many)s) AS nth, LATERAL (SELECT now() - nth * interval '7 minutes' AS at) AS moment
"""
OFFICES = """
INSERT INTO called_office (call_id, rank, nth, district_geoid, how_found, office_holder_id, office_line_id, line_kind,
    wording)
SELECT call.id, 0, 1, holder.district_geoid, 'town', holder.id, (SELECT min(id) FROM office_line), 'capitol', 'ask'
FROM call JOIN (
    SELECT id, district_geoid, row_number() OVER (ORDER BY id) - 1 AS nth, count(*) OVER () AS holders
    FROM office_holder
) AS holder ON holder.nth = call.id %% holder.holders
"""
NOTES = """
INSERT INTO feedback (called_office_id, source, outcome, stance, created_at, note_sealed)
SELECT called_office.id, 'page', 'contact', (%(stances)s::text[])[1 + call_id %% 5], call.created_at,
    (%(sealed)s::bytea[])[1 + call_id %% 5]
FROM called_office JOIN call ON call.id = call_id
"""


@pytest.fixture
def thousands(everything, settings, campaign):
    """So many notes, written by the database itself: the same five words of supporters over and over."""

    def thousands(many):
        sealed = [sealed_note(given().vault, text, f"page {nth}") for nth, text in enumerate(TEXTS)]
        told = {"campaign": campaign, "many": many, "sealed": sealed, "stances": list(STANCES)}
        with psycopg.connect(settings.database_url) as connection:
            for statement in (CALLS, OFFICES, NOTES):
                connection.execute(statement, told)
            connection.execute("ANALYZE")

    return thousands
