"""Who was reached: every office holder a campaign may call with what came of it, and those nobody has reached yet."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.people_named import without_seat
from app.campaigns.whom.called import seats_called
from app.representatives import Directory, Seat
from app.statistics.reading import by_office
from app.statistics.told import Counted, Counts, OfOffice, Span
from models import NO_STANCE, CountedBy, OfficeStep, Stance

NO_COUNTS = Counts()


@dataclass(frozen=True)
class Whom:
    """One seat with whoever sits in it now, or whoever `left` it and sits nowhere; and what came of the calls to them.

    What one of them was told is nothing that the other said. `key` is the seat's GEOID, or of its own for each who
    left; `has_own_rows` says whether the log's calls to the seat are those that are counted here.
    """

    seat: Seat
    counts: Counts
    key: str
    left: str = ""
    has_own_rows: bool = True

    @property
    def sits(self) -> bool:
        """Whether they can be called: they hold the seat now."""
        return self.seat.holder is not None and not self.left

    @property
    def name(self) -> str:
        """Whoever sits there, or sat there."""
        return self.left or (self.seat.holder.name if self.seat.holder else "Vacant seat")

    @property
    def district(self) -> str:
        """The seat's, and whether it is theirs."""
        return f"formerly {self.seat.district}" if self.left else self.seat.district

    @property
    def tried(self) -> int:
        """Calls through us that rang them."""
        return self.counts.office_step(OfficeStep.TRIED)

    @cached_property
    def heard(self) -> int:
        """Calls through us that they heard: somebody or something there took down what was wanted."""
        return self.counts.office_step(OfficeStep.HEARD)

    @property
    def otherwise(self) -> int:
        """The same of own phones and letters."""
        return self.counts.office_step(OfficeStep.HEARD_OTHERWISE)

    @property
    def state(self) -> str:
        """Reached, tried or none: the words of the map."""
        if self.heard or self.otherwise:
            return "reached"
        return "tried" if self.counts.all.calls else "none"

    def stance(self, stance: Stance) -> int:
        """How many were told so."""
        return self.counts.calls(CountedBy.STANCE, stance)

    @property
    def no_stance(self) -> int:
        """How many told us of them, and of no stance."""
        return self.stance(Stance.UNKNOWN) + self.counts.calls(CountedBy.STANCE, NO_STANCE)

    @property
    def has_told(self) -> bool:
        """Whether anybody told a stance."""
        return any(self.stance(it) for it in (Stance.YES, Stance.NO, Stance.UNDECIDED))

    @property
    def is_told_apart(self) -> bool:
        """Whether some were told that they support it, others that they oppose it."""
        return bool(self.stance(Stance.YES) and self.stance(Stance.NO))


def whom_of(session: Session, span: Span, directory: Directory, words: CampaignWords | None) -> Sequence[Whom]:
    """Those of the campaign, or of all campaigns: whoever was called, and the House; most heard first."""
    holders, of = directory.seats_by_holder(), defaultdict[str, list[OfOffice]](list)
    for it in by_office(session, span):
        of[key_of(holders, it.office_holder_id, it.district_geoid)].append(it)
    gone = {it.office_holder_id: key for key, rows in of.items() for it in rows if key not in directory.seats}
    left = {gone[holder_id]: name for holder_id, name in without_seat(session, gone, directory).items()}
    several = _of_several(of)
    wanted = seats_called(directory, words) | (of.keys() & directory.seats.keys())
    everybody = [_whom(directory.seats[geoid], geoid, of.get(geoid, ()), several) for geoid in wanted]
    for key, name in left.items():
        seat = directory.seats.get(of[key][0].district_geoid)
        everybody += [_whom(seat, key, of[key], several, name)] if seat else []
    return sorted(everybody, key=lambda it: (-it.heard - it.otherwise, -it.tried, it.name))


def key_of(holders: Mapping[int, Seat], holder_id: int | None, geoid: str) -> str:
    """Under whom it is told that a call reached for this office holder, who sat in this district: see `Whom`."""
    seat = holders.get(holder_id) if holder_id is not None else None
    if seat:
        return seat.geoid
    return geoid if holder_id is None else f"{geoid}-{holder_id}"


def _whom(seat: Seat, key: str, rows: Sequence[OfOffice], several: frozenset[str], left: str = "") -> Whom:
    has_own_rows = all(it.district_geoid == seat.geoid for it in rows) and seat.geoid not in several
    return Whom(seat, added([it.counts for it in rows]), key, left, has_own_rows)


def _of_several(of: Mapping[str, Sequence[OfOffice]]) -> frozenset[str]:
    """Districts in which several were called, one after the other: the log knows them by their district alone."""
    called = {(it.district_geoid, key) for key, rows in of.items() for it in rows}
    return frozenset(geoid for geoid, many in Counter(geoid for geoid, _ in called).items() if many > 1)


def added(several: Sequence[Counts]) -> Counts:
    """Of somebody who sat in several rows; as a rule there is one."""
    return several[0] if len(several) == 1 else sum_of(several)


def sum_of(several: Sequence[Counts]) -> Counts:
    """Cell by cell."""
    by: dict[CountedBy, dict[str, Counted]] = {}
    for counts in several:
        for dimension, values in counts.by.items():
            for value, it in values.items():
                was = by.setdefault(dimension, {}).get(value, Counted())
                by[dimension][value] = Counted(was.calls + it.calls, was.seconds + it.seconds)
    return Counts(by)
