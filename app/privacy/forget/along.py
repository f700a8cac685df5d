"""How far a step has come in a run of the job: what a legal hold keeps is passed by once, not again in every batch."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import BigInteger, ColumnElement, DateTime, SQLColumnExpression, bindparam, tuple_

BEGINNING = datetime(1, 1, 1, tzinfo=UTC)

Moment = SQLColumnExpression[datetime] | SQLColumnExpression[datetime | None]


@dataclass
class Along:
    """By a moment that an index has, and among those of one moment by id."""

    at: datetime = BEGINNING
    id: int = 0

    def follows(self, at: Moment, id_: SQLColumnExpression[int]) -> ColumnElement[bool]:
        """In a statement: what comes after that, so that no batch takes longer than the one before."""
        after = bindparam("after", self.at, type_=DateTime(timezone=True))
        return tuple_(at, id_) > tuple_(after, bindparam("after_id", self.id, type_=BigInteger))

    def comes_to(self, passed: Iterable[tuple[datetime | None, int]]) -> None:
        """Those were done now."""
        self.at, self.id = max(((at, id_) for at, id_ in passed if at), default=(self.at, self.id))
