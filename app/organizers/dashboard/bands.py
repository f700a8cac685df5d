"""Calls through us in four bands, by what came of them: few enough to be told apart, in a picture and in a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.calls.shown.log.came_of import CameOf


class Band(StrEnum):
    """From the bottom of a bar to its top."""

    REACHED = "reached"
    IN_VAIN = "in-vain"
    NOT_SO_FAR = "not-so-far"
    UNDER_WAY = "under-way"


BANDS: Mapping[Band, str] = {
    Band.REACHED: "Talked to the office, or left a message",
    Band.IN_VAIN: "Rang the office in vain",
    Band.NOT_SO_FAR: "Did not come to the office",
    Band.UNDER_WAY: "Under way",
}
_BESIDE = frozenset({CameOf.OWN_PHONE, CameOf.WROTE})  # never added to ours
_OF: Mapping[CameOf, Band] = {
    CameOf.TALKED: Band.REACHED,
    CameOf.LEFT_MESSAGE: Band.REACHED,
    CameOf.OFFICE_PICKED_UP: Band.IN_VAIN,
    CameOf.MAILBOX_FULL: Band.IN_VAIN,
    CameOf.REACHED_NOBODY: Band.IN_VAIN,
    CameOf.WRONG_NUMBER: Band.IN_VAIN,
    CameOf.OFFICE_BUSY: Band.IN_VAIN,
    CameOf.OFFICE_SILENT: Band.IN_VAIN,
    CameOf.OFFICE_NOT_REACHED: Band.IN_VAIN,
    CameOf.LEFT_AS_IT_RANG: Band.IN_VAIN,
    CameOf.UNDER_WAY: Band.UNDER_WAY,
}


def band_of(came: str) -> Band | None:
    """The band of a word; none for what supporters told of own phones."""
    what = CameOf(came)
    return None if what in _BESIDE else _OF.get(what, Band.NOT_SO_FAR)


@dataclass(frozen=True)
class Bar:
    """One hour, day or week with its calls; `title` says which it is, `query` which rows of the log."""

    title: str
    calls: Mapping[Band, int]
    query: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """All of them."""
        return sum(self.calls.values())


@dataclass(frozen=True)
class Piece:
    """A part of a bar as it is drawn, in hundredths of the picture's width and height, from its upper left."""

    band: Band
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Chart:
    """Bars in their order, and what they say in one sentence; `unit` is what each of them is."""

    unit: str
    bars: Sequence[Bar]
    sentence: str

    @property
    def top(self) -> int:
        """The calls of the tallest bar."""
        return max((bar.all for bar in self.bars), default=0)

    def pieces(self) -> Iterable[Piece]:
        """What there is to draw."""
        step = 100 / max(len(self.bars), 1)
        for nth, bar in enumerate(self.bars):
            below = 0.0
            for band in Band:
                height = 100 * bar.calls.get(band, 0) / self.top if self.top else 0.0
                if height:
                    below += height
                    yield Piece(
                        band,
                        round(nth * step + step * 0.1, 2),
                        round(100 - below, 2),
                        round(step * 0.8, 2),
                        round(height, 2),
                    )
