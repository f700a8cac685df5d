"""A page as it first appears is the same for everybody but for its form's keys: rendered once, and filled then."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from threading import Lock

from markupsafe import escape

from app.web.asking.form_keys import FormKeys

KEPT = 100
# Stand where the keys go; nobody can write them into a campaign's words.
PLACES = FormKeys(
    token=secrets.token_urlsafe(24),
    secret=secrets.token_urlsafe(24),
    challenge=secrets.token_urlsafe(24),
    came_from=secrets.token_urlsafe(24),
)


class FirstShowings:
    """The pages that an app has rendered, each by all that it depends on; the oldest make room."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = Lock()

    def page(self, key: Hashable, keys: FormKeys, render: Callable[[FormKeys], str]) -> str:
        """The page with these keys. `render` makes it with others, where it is not kept."""
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            kept = render(PLACES if keys.challenge else replace(PLACES, challenge=""))
            self._keep(key, kept)
        for place, value in zip(PLACES.each(), keys.each(), strict=True):
            kept = kept.replace(place, str(escape(value)))
        return kept

    def _keep(self, key: Hashable, page: str) -> None:
        with self._lock:
            self._kept[key] = page
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
