"""Windows of a browser that are used again: a new one, with a process of its own, costs more than what a test does."""

from collections import defaultdict
from typing import Any

from playwright.sync_api import Browser, Page

from tests.world.browser.in_order import page_waits
from tests.world.browser.stillness import TELLS
from tests.world.patience import PATIENCE

HEIGHT = 844


class Windows:
    """Each is lent to one test at a time, and empty again afterwards: no page, no cookie, no complaint."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._free: defaultdict[str, list[Page]] = defaultdict(list)
        self._lent: list[tuple[str, Page]] = []
        self.complaints: list[str] = []

    def lend(self, width: int, scheme: str, **options: Any) -> Page:
        """Give a window of this width, in which others have left nothing."""
        kind = repr(sorted(options.items()))
        page = self._free[kind].pop() if self._free[kind] else self._opened(options)
        self._lent.append((kind, page))
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        return page

    def take_back(self) -> list[str]:
        """Empty all that were lent, but those that a test closed; returns what the console complained about."""
        for kind, page in self._lent:
            if not page.is_closed():
                Page.goto(page, "about:blank")  # at once, wherever it was on its way to
                page.context.set_offline(False)  # whatever a test that failed left
                page.context.clear_cookies()
                self._free[kind].append(page)
        self._lent, complaints, self.complaints = [], self.complaints, []
        return complaints

    def _opened(self, options: dict[str, Any]) -> Page:
        context = self._chromium.new_context(**options)
        context.set_default_timeout(PATIENCE * 1000)
        context.add_init_script(TELLS)
        page = context.new_page()
        page_waits(page)
        page.on("console", lambda message: self._complain(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._complain(str(error)))
        return page

    def _complain(self, text: str) -> None:
        self.complaints.append(text)
