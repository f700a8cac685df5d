"""Use case of organizers: save some fields of the prepared edition, whoever else works on others, or on the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.campaigns.editions.content import Content, as_document
from app.campaigns.editions.fields import Path, fields_of, read_stamps, same, stamp, with_fields
from app.campaigns.editions.prepared import Prepared, prepared_edition
from app.campaigns.versions import CampaignChangedError
from models import Edition


class FieldsChangedError(CampaignChangedError):
    """Somebody else changed the same fields since they were shown; nothing was written. `stands` is what is there."""

    def __init__(self, stands: Mapping[Path, object]) -> None:
        super().__init__()
        self.stands = stands


@dataclass(frozen=True)
class Typed:
    """What somebody typed: values of fields, and the stamps of what they were shown, of these and of those beside them.

    A field that stands there as it was shown was not typed by them, and what somebody else made of it meanwhile stays;
    unless they typed nothing at all, and so say that all is to be as they see it.
    What was shown beside the fields must still be so, or what was typed, or is said of it, may not fit it.
    """

    values: Mapping[Path, object]
    seen: str
    beside: tuple[Path, ...] = ()
    says_more: bool = False
    shown: Mapping[Path, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", read_stamps(self.seen))

    def changes(self, now: Mapping[Path, object]) -> Mapping[Path, object]:
        """What is to be written into the fields as they are now.

        Raises:
            FieldsChangedError: somebody else was faster.
        """
        differs = {path: value for path, value in self.values.items() if not same(value, now.get(path))}
        mine = {path: value for path, value in differs.items() if stamp(value) != self.shown.get(path)}
        matters = [*mine, *self.beside] if mine or self.says_more else [*differs]
        outrun = {path: now.get(path) for path in matters if stamp(now.get(path)) != self.shown.get(path)}
        if outrun:
            raise FieldsChangedError(outrun)
        return mine


def as_it_is(_before: Content, after: Content) -> Content:
    """Nothing follows from what was typed."""
    return after


def prepare(
    session: Session,
    campaign_id: int,
    typed: Typed,
    *,
    by: str,
    now: datetime,
    follow: Callable[[Content, Content], Content] = as_it_is,
) -> bool:
    """Save what was typed; False if it is so already. `follow` adds what follows from it.

    Raises:
        FieldsChangedError: somebody else changed the same fields meanwhile.
    """
    prepared = prepared_edition(session, campaign_id, lock=True)
    written = with_fields(prepared.content, typed.changes(fields_of(prepared.content)))
    after = follow(prepared.content, written)
    if after == prepared.content:
        return False
    save(session, prepared, after, by=by, now=now)
    return True


def save(session: Session, prepared: Prepared, content: Content, *, by: str, now: datetime) -> None:
    """Let this be prepared from now on. Whoever calls this has locked it."""
    row = {"content": as_document(content), "revision": prepared.revision + 1, "saved_at": now, "saved_by": by}
    session.execute(update(Edition).where(Edition.id == prepared.id).values(row))
