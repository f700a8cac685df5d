"""A figure with its name and labels, and the text format in which Prometheus reads them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

PREFIX = "ringdown_"
GAUGE, HISTOGRAM = "gauge", "histogram"
FORMAT = "text/plain; version=0.0.4; charset=utf-8"
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


@dataclass(frozen=True)
class Figure:
    """A number now. `of` are its labels; those of one name stand together, and share what is said `about` them.

    `part` is the ending of a histogram's own names.
    """

    name: str
    about: str
    value: float
    of: Mapping[str, str] = field(default_factory=dict)
    kind: str = GAUGE
    part: str = ""


def as_text(figures: Iterable[Figure]) -> str:
    """All of them, those of one name under its two lines."""
    return "".join(f"{line}\n" for line in _lines(figures))


def _lines(figures: Iterable[Figure]) -> Iterator[str]:
    for name, same in groupby(figures, attrgetter("name")):
        for nth, one in enumerate(same):
            if nth == 0:
                yield f"# HELP {PREFIX}{name} {one.about}"
                yield f"# TYPE {PREFIX}{name} {one.kind}"
            yield f"{PREFIX}{name}{one.part}{_labels(one.of)} {one.value:.15g}"


def _labels(of: Mapping[str, str]) -> str:
    told = ",".join(f'{name}="{value.translate(_ESCAPED)}"' for name, value in of.items())
    return f"{{{told}}}" if told else ""
