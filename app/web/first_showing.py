"""A page as it first appears is the same for everybody but for its form's token: rendered once, and filled then."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

KEPT = 100
# Stands where the token goes; nobody can write it into a campaign's words.
PLACE = secrets.token_urlsafe(24)


class FirstShowings:
    """The pages that an app has rendered, each by all that it depends on; the oldest make room."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = Lock()

    def page(self, key: Hashable, token: str, render: Callable[[str], str]) -> str:
        """The page with this token. `render` makes it with another, where it is not kept."""
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            kept = render(PLACE)
            self._keep(key, kept)
        return kept.replace(PLACE, token)

    def _keep(self, key: Hashable, page: str) -> None:
        with self._lock:
            self._kept[key] = page
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
