"""The file itself, sent as it is written; who took which calls along, and how many, stands in the audit log."""

import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

import structlog
from flask import Response, request, stream_with_context
from flask_security import current_user
from sqlalchemy.exc import SQLAlchemyError

from app.calls.shown.log.download import begin_download, tell_download
from app.clock import eastern_day
from app.extensions import given
from app.guard.masking import masked
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
from models import AuditAct, DownloadEnd, TeamRole

CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEY = re.compile(r"[0-9a-f]{32}")  # made up by the page, where it may run scripts
TELLS_EVERY = 1.0  # seconds
SOME_WORDS = "some, which are not kept"
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
        self._kind, self._rows = kind, 0
        self._end, self._told_at = DownloadEnd.STOPPED, time.monotonic()
        self._key = key if KEY.fullmatch(key := request.args.get("download", "")) else None
        self._asked = asked_now().asked
        self._with_notes = "notes" in request.args
        self._columns = columns(with_notes=self._with_notes)
        self._who = current_user.email  # while the file is sent nobody is looked up any more
        with unit(db.session):
            self._note(f"calls of the log as {kind}", **_as_noted(self._asked.query), notes=self._with_notes)
            if self._key:
                begin_download(db.session, self._key, current_user.id)

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
            self._tell_now_and_then()

    def sent(self, pieces: Iterable[Piece], mimetype: str) -> Response:
        """The answer."""
        name = f"calls-{eastern_day(given().clock())}.{self._kind.lower()}"
        how = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(stream_with_context(self._noted(pieces)), mimetype=mimetype, headers=how)

    def _noted(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces; whether all were sent, or somebody hung up before, is written down."""
        try:
            yield from pieces
            self._end = DownloadEnd.WHOLE
        except Exception:
            self._end = DownloadEnd.FAILED
            raise
        finally:
            db.session.rollback()
            try:
                with unit(db.session):
                    is_whole = self._end is DownloadEnd.WHOLE  # once its own end is sent, too: a workbook has one
                    self._note(f"calls of the log as {self._kind}: the file ended", rows=self._rows, whole=is_whole)
                    self._tell(self._end)
            except SQLAlchemyError as error:  # that it was begun is written down
                log.error("download_not_noted", rows=self._rows, error=type(error).__name__)  # noqa: TRY400

    def _tell_now_and_then(self) -> None:
        """How far it is, for the page that waits for it; nobody waits for that, if it cannot be written."""
        now = time.monotonic()
        if self._key is None or now < self._told_at + TELLS_EVERY:
            return
        self._told_at = now
        with suppress(SQLAlchemyError), unit(db.session):
            self._tell()

    def _tell(self, ended: DownloadEnd | None = None) -> None:
        if self._key:
            tell_download(db.session, self._key, self._rows, ended)

    def _note(self, subject: str, **facts: object) -> None:
        campaign_id = self._asked.filter.campaign_id
        note(db.session, AuditAct.EXPORTED, subject, campaign_id=campaign_id, after=facts, who=self._who)


def _as_noted(query: Mapping[str, str]) -> Mapping[str, str]:
    """What was asked for, without the words that notes were looked through for: they may name a supporter."""
    return {name: SOME_WORDS if name == "words" else masked(value) for name, value in query.items()}
