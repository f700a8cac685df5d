"""Who was reached: every office holder a campaign may call with what came of it, and those nobody has reached yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.whom.called import seats_called
from app.representatives import Directory, Seat
from app.statistics.reading import by_office
from app.statistics.told import Counted, Counts, Span
from models import NO_STANCE, CountedBy, OfficeStep, Stance

NO_COUNTS = Counts()


@dataclass(frozen=True)
class Whom:
    """One seat with whoever sits in it now, and what came of the calls to them."""

    seat: Seat
    counts: Counts

    @property
    def name(self) -> str:
        """Whoever sits there."""
        return self.seat.holder.name if self.seat.holder else "Vacant seat"

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
    of_seat: dict[str, list[Counts]] = {}
    holders = directory.seats_by_holder()
    for it in by_office(session, span):
        seat = holders.get(it.office_holder_id)
        geoid = seat.geoid if seat else it.district_geoid
        of_seat.setdefault(geoid, []).append(it.counts)
    wanted = seats_called(directory, words) | (of_seat.keys() & directory.seats.keys())
    everybody = [Whom(directory.seats[geoid], added(of_seat.get(geoid, []))) for geoid in wanted]
    return sorted(everybody, key=lambda it: (-it.heard - it.otherwise, -it.tried, it.name))


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
