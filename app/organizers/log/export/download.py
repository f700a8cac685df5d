"""The file itself, sent as it is written; who took which calls along, and how many, stands in the audit log."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import structlog
from flask import Response, request, stream_with_context
from flask_security import current_user
from sqlalchemy.exc import SQLAlchemyError

from app.clock import eastern_day
from app.extensions import given
from app.guard.route_classes import DOWNLOAD
from app.guard.routes import of_class
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.log.asked import asked_now
from app.organizers.log.export.columns import columns, rows_of
from app.organizers.log.export.entries import every_entry
from app.serving.spreadsheets.cells import Cell
from app.serving.spreadsheets.csv_file import csv_file
from app.serving.spreadsheets.workbook import workbook
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole

CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
log = structlog.get_logger()

Piece = TypeVar("Piece", str, bytes)


@organizers.get("/calls.csv")
@of_class(DOWNLOAD)
@least(TeamRole.ORGANIZER)
def calls_as_csv() -> Response:
    """The calls that were asked for, as CSV."""
    download = _Download("CSV")
    return download.sent(csv_file(download.names, download.pages()), CSV)


@organizers.get("/calls.xlsx")
@of_class(DOWNLOAD)
@least(TeamRole.ORGANIZER)
def calls_as_workbook() -> Response:
    """The same as a workbook."""
    download = _Download("XLSX")
    return download.sent(workbook(download.names, download.pages(), "Calls"), XLSX)


class _Download:
    """One file: that it was begun is written down before anything is sent, and in the end how much was."""

    def __init__(self, kind: str) -> None:
        self._kind, self._rows, self._is_whole = kind, 0, False
        self._asked = asked_now().asked
        self._with_notes = "notes" in request.args
        self._columns = columns(with_notes=self._with_notes)
        self._who = current_user.email  # while the file is sent nobody is looked up any more
        with unit(db.session):
            self._note(f"calls of the log as {kind}", **self._asked.query, notes=self._with_notes)

    @property
    def names(self) -> Sequence[str]:
        """What its columns are called."""
        return [column.name for column in self._columns]

    def pages(self) -> Iterator[Sequence[Sequence[Cell]]]:
        """Its rows."""
        for entries in every_entry(self._asked, with_notes=self._with_notes):
            rows = rows_of(entries, self._columns)
            self._rows += len(rows)
            yield rows
        self._is_whole = True

    def sent(self, pieces: Iterable[Piece], mimetype: str) -> Response:
        """The answer."""
        name = f"calls-{eastern_day(given().clock())}.{self._kind.lower()}"
        how = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(stream_with_context(self._noted(pieces)), mimetype=mimetype, headers=how)

    def _noted(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces; whether all were sent, or somebody hung up before, is written down."""
        try:
            yield from pieces
        finally:
            db.session.rollback()
            try:
                with unit(db.session):
                    self._note(
                        f"calls of the log as {self._kind}: the file ended", rows=self._rows, whole=self._is_whole
                    )
            except SQLAlchemyError as error:  # that it was begun is written down
                log.error("download_not_noted", rows=self._rows, error=type(error).__name__)  # noqa: TRY400

    def _note(self, subject: str, **facts: object) -> None:
        campaign_id = self._asked.filter.campaign_id
        note(db.session, AuditAct.EXPORTED, subject, campaign_id=campaign_id, after=facts, who=self._who)
