"""Keeps the file that somebody uploaded, and what they have said of it, until it is imported or taken away."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.representatives.importing.plan import ImportRequest
from models import UploadedFile

LONGEST_NAME = 120
KEPT = timedelta(days=7)  # then whoever uploads next clears it away
_REQUEST = TypeAdapter(ImportRequest)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that waits: what it is called and says, when it came, and what it is to change."""

    name: str
    content: bytes
    request: ImportRequest
    uploaded_at: datetime


def keep_upload(session: Session, whose: int, upload: Upload) -> None:
    """Let it wait, in place of the one that waited; others' that were forgotten are cleared away."""
    forgotten = UploadedFile.uploaded_at < upload.uploaded_at - KEPT
    session.execute(delete(UploadedFile).where(forgotten | (UploadedFile.organizer_id == whose)))
    row = {
        "organizer_id": whose,
        "name": upload.name[:LONGEST_NAME],
        "content": upload.content,
        "request": _REQUEST.dump_python(upload.request, mode="json"),
        "uploaded_at": upload.uploaded_at,
    }
    session.execute(insert(UploadedFile).values(row))


def upload_of(session: Session, whose: int) -> Upload | None:
    """The file of theirs that waits."""
    row = session.get(UploadedFile, whose, populate_existing=True)
    return Upload(row.name, row.content, _REQUEST.validate_python(row.request), row.uploaded_at) if row else None


def keep_request(session: Session, whose: int, request: ImportRequest) -> None:
    """Keep what they have said of it by now."""
    session.get_one(UploadedFile, whose).request = _REQUEST.dump_python(request, mode="json")


def drop_upload(session: Session, whose: int) -> None:
    """Let it wait no more."""
    session.execute(delete(UploadedFile).where(UploadedFile.organizer_id == whose))
