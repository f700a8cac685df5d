"""The audit log as admins read it, and organizers that of their campaigns; and the same as a file."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from flask import Response, render_template, request, stream_with_context

from app.calls.shown.log.page import campaign_subjects
from app.clock import eastern, eastern_day
from app.extensions import given
from app.guard.route_classes import DOWNLOAD
from app.guard.routes import of_class
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.audit.filters import Asked, read_filter, read_place, write_place
from app.organizers.audit.sentences import ACTS, did, facts
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.serving.spreadsheets.csv_file import csv_file
from app.store.db import db
from app.store.unit import unit
from app.team.audit_log import audit_page, every_event
from models import AuditAct, AuditEvent, TeamRole

COLUMNS = ("Time in Massachusetts", "Who", "Did what", "Campaign", "From where", "Before", "After")


@organizers.get("/audit")
@least(TeamRole.ORGANIZER)
def audit() -> str:
    """Who did what, the newest first."""
    own, campaigns = given(), campaign_subjects(db.session, signed_in().campaigns)
    asked = read_filter(request.args, campaigns, signed_in().campaigns)
    before = read_place(own.tokens, request.args.get("before", ""))
    shown = audit_page(db.session, asked.filter, before)
    return render_template(
        "organizers/audit/page.html",
        days=[(day, list(events)) for day, events in groupby(shown.events, key=lambda event: eastern_day(event.at))],
        did=did,
        facts=facts,
        acts=ACTS,
        asked=asked,
        campaigns=campaigns,
        is_later_page=before is not None,
        older=write_place(own.tokens, shown.older) if shown.older else None,
    )


@organizers.get("/audit.csv")
@of_class(DOWNLOAD)
@least(TeamRole.ORGANIZER)
def export_audit() -> Response:
    """The same as a file, all of what is asked for."""
    campaigns = campaign_subjects(db.session, signed_in().campaigns)
    asked = read_filter(request.args, campaigns, signed_in().campaigns)
    with unit(db.session) as work:
        note(work.session, AuditAct.EXPORTED, "the audit log", campaign_id=asked.filter.campaign_id, after=asked.query)
    lines = stream_with_context(csv_file(COLUMNS, _pages(asked, campaigns)))
    name = f"audit-log-{eastern_day(given().clock())}.csv"
    return Response(lines, mimetype="text/csv", headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _pages(asked: Asked, campaigns: Mapping[int, str]) -> Iterator[list[tuple[str, ...]]]:
    for events in every_event(db.session, asked.filter):
        rows = [_row(event, campaigns) for event in events]
        db.session.rollback()  # whoever reads slowly holds no transaction open
        yield rows


def _row(event: AuditEvent, campaigns: Mapping[int, str]) -> tuple[str, ...]:
    told = facts(event)
    return (
        f"{eastern(event.at):%Y-%m-%d %H:%M:%S}",
        event.who,
        did(event),
        campaigns.get(event.campaign_id or 0, ""),
        event.whence,
        "\n".join(f"{it.name}: {it.before}" for it in told),
        "\n".join(f"{it.name}: {it.after}" for it in told),
    )
