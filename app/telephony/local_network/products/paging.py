"""Pages of a list, in the envelope of Twilio's newer APIs: what is about the page stands under `meta`."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import urlencode

from flask import request

T = TypeVar("T")
USUAL_SIZE = 50
LARGEST_SIZE = 1000


def page_of(found: Sequence[T], host: str, key: str, resource: Callable[[T], dict[str, object]]) -> dict[str, object]:
    """Cut the page the request asks for and wrap its items under `key`; URLs are those of Twilio's host."""
    size = min(max(request.args.get("PageSize", USUAL_SIZE, int), 1), LARGEST_SIZE)
    number = max(request.args.get("Page", 0, int), 0)
    start = number * size
    return {
        key: [resource(item) for item in found[start : start + size]],
        "meta": {
            "first_page_url": _url(host, size, 0),
            "key": key,
            "next_page_url": _url(host, size, number + 1) if start + size < len(found) else None,
            "page": number,
            "page_size": size,
            "previous_page_url": _url(host, size, number - 1) if number else None,
            "url": _url(host, size, number),
        },
    }


def _url(host: str, size: int, number: int) -> str:
    kept = [(name, value) for name, value in request.args.items(multi=True) if not name.startswith("Page")]
    return f"{host}{request.path}?{urlencode([*kept, ('PageSize', str(size)), ('Page', str(number))])}"
