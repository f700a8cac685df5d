"""Pages of a list, in the envelope of Twilio's 2010 API."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from flask import request

T = TypeVar("T")
USUAL_SIZE = 50
LARGEST_SIZE = 1000


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some of the items found; `number` counts pages from 0."""

    items: Sequence[T]
    number: int
    size: int
    next_token: str | None

    def envelope(self, name: str, resource: Callable[[T], dict[str, object]]) -> dict[str, object]:
        """Wrap the page's items, each as its resource."""
        start = self.number * self.size
        return {
            "first_page_uri": _uri(self.size, 0, None),
            "end": start + max(len(self.items) - 1, 0),
            "previous_page_uri": _uri(self.size, self.number - 1, None) if self.number else None,
            name: [resource(item) for item in self.items],
            "uri": _uri(self.size, self.number, None),
            "page_size": self.size,
            "start": start,
            "next_page_uri": _uri(self.size, self.number + 1, self.next_token) if self.next_token else None,
            "page": self.number,
        }


def page_of(found: Sequence[T], sid: Callable[[T], str]) -> Page[T]:
    """Cut the page the request asks for; its PageToken names the item it begins after."""
    size = min(max(request.args.get("PageSize", USUAL_SIZE, int), 1), LARGEST_SIZE)
    number = max(request.args.get("Page", 0, int), 0)
    token = request.args.get("PageToken", "")
    before = [place for place, item in enumerate(found) if token and token == f"PA{sid(item)}"]
    start = before[0] + 1 if before else number * size
    items = found[start : start + size]
    more = start + size < len(found)
    return Page(items, number, size, f"PA{sid(items[-1])}" if more else None)


def _uri(size: int, number: int, token: str | None) -> str:
    kept = [(key, value) for key, value in request.args.items(multi=True) if not key.startswith("Page")]
    paging = [("PageSize", str(size)), ("Page", str(number))] + ([("PageToken", token)] if token else [])
    return f"{request.path}?{urlencode(kept + paging)}"
