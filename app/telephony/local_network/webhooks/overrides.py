"""Connection overrides: what an app asks of a webhook in its URL's fragment (`#rc=2&rp=ct,5xx`)."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

LONGEST_MS = 15_000
MOST_RETRIES = 5


@dataclass(frozen=True)
class Connection:
    """Timeouts in milliseconds, retries, and what is retried; the defaults are Twilio's."""

    connect_ms: int = 5_000
    read_ms: int = LONGEST_MS
    total_ms: int = LONGEST_MS
    retries: int = 1
    retry_on: tuple[str, ...] = ("ct",)

    def stretched(self, patience: float) -> "Connection":
        """The same with every limit so many times as long."""
        return replace(
            self,
            connect_ms=round(self.connect_ms * patience),
            read_ms=round(self.read_ms * patience),
            total_ms=round(self.total_ms * patience),
        )

    def retries_after(self, failure: str | None, status: int | None) -> bool:
        """Whether the policy covers this failure ("ct", "rt") or HTTP status."""
        kind = failure or (f"{status // 100}xx" if status else "")
        return bool(kind) and (kind in self.retry_on or ("all" in self.retry_on and kind not in ("2xx", "3xx")))


def connection_for(url: str) -> Connection:
    """Read the overrides of a URL; figures outside Twilio's limits are brought within them."""
    asked = {name: values[-1] for name, values in parse_qs(urlsplit(url).fragment).items()}
    usual = Connection()
    return Connection(
        connect_ms=_figure(asked, "ct", usual.connect_ms, 100, 10_000),
        read_ms=_figure(asked, "rt", usual.read_ms, 100, LONGEST_MS),
        total_ms=_figure(asked, "tt", usual.total_ms, 100, LONGEST_MS),
        retries=_figure(asked, "rc", usual.retries, 0, MOST_RETRIES),
        retry_on=tuple(asked["rp"].split(",")) if "rp" in asked else usual.retry_on,
    )


def _figure(asked: dict[str, str], name: str, usual: int, least: int, most: int) -> int:
    text = asked.get(name, "")
    return min(max(int(text), least), most) if text.isdecimal() else usual
