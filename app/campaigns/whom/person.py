"""A person among those whom campaigns call, known by every row under which they ever sat."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.representatives import Seat


@dataclass(frozen=True)
class Person:
    """The row in which somebody sits now, or last sat, and all of theirs."""

    id: int
    ids: frozenset[int]

    @classmethod
    def of(cls, holder_id: int, sitting: Mapping[int, Seat]) -> "Person":
        """Who was meant by any of their rows; `sitting` says where everybody sits now."""
        seat = sitting.get(holder_id)
        return cls(seat.holder.id, seat.holder.ids) if seat and seat.holder else cls(holder_id, frozenset({holder_id}))

    def without(self, holder_ids: Iterable[int]) -> tuple[int, ...]:
        """The others of these."""
        return tuple(each for each in holder_ids if each not in self.ids)
