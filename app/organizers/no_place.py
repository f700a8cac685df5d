"""What a form says whose file cannot be looked into now: all that was typed stays, but browsers choose no file anew."""

from collections.abc import Mapping
from http import HTTPStatus

NO_PLACE = "Two other files are being looked into just now: choose yours again in a few seconds."
SOON: Mapping[str, str] = {"Retry-After": "5"}

Waiting = tuple[str, int, Mapping[str, str]]


def come_back(page: str) -> Waiting:
    """The page with that sentence, as the answer to whoever sent it."""
    return page, HTTPStatus.SERVICE_UNAVAILABLE, SOON
