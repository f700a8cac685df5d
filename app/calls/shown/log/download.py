"""How far a file of calls is that is being sent: written down now and then, for the page that it was asked for on."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.store.rows import by_name
from models import Download, DownloadEnd

SILENT = timedelta(seconds=90)  # whoever takes nothing for a minute is let go
KEPT = timedelta(hours=1)


@dataclass(frozen=True)
class HowFar:
    """So many calls are sent, and how it ended if it did."""

    rows: int
    ended: DownloadEnd | None


def begin_download(session: Session, key: str, organizer_id: int) -> None:
    """One more begins; what nobody asks for any more is forgotten."""
    forget_downloads(session)
    session.execute(insert(Download).values(key=key, organizer_id=organizer_id).on_conflict_do_nothing())


def tell_download(session: Session, key: str, rows: int, ended: DownloadEnd | None = None) -> None:
    """So far it is now."""
    told = {"rows": rows, "ended": ended, "told_at": func.now()}
    session.execute(update(Download).where(Download.key == key).values(told))


def how_far(session: Session, key: str, organizer_id: int) -> HowFar | None:
    """None where there is no such file of theirs; one of which nothing was heard for long has stopped."""
    is_silent = Download.ended.is_(None) & (Download.told_at < func.now() - SILENT)
    ended = case((is_silent, DownloadEnd.STOPPED.value), else_=Download.ended).label("ended")
    its = (Download.key == key, Download.organizer_id == organizer_id)
    row = session.execute(select(Download.rows, ended).where(*its)).mappings().one_or_none()
    return by_name(HowFar, {**row, "ended": row["ended"] and DownloadEnd(row["ended"])}) if row else None


def forget_downloads(session: Session) -> None:
    """Delete those that nobody asks for any more."""
    session.execute(delete(Download).where(Download.told_at < func.now() - KEPT))
