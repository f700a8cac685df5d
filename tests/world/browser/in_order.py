"""What a test does to a page, or reads there, waits until the page is whole: the one that the last press leads to.

People are never as fast as a test: a key that is pressed while scripts are still on their way does something else.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.world.browser.stillness import arrives

# `expect` is not among them: it looks again and again by itself.
AT_A_PLACE = (
    *("all", "bounding_box", "check", "click", "count", "evaluate", "fill", "focus", "get_attribute", "hover"),
    *("inner_text", "input_value", "is_checked", "is_visible", "press", "press_sequentially", "select_option"),
    *("set_input_files", "text_content"),
)
OF_A_PAGE = ("content", "evaluate", "go_back", "goto", "reload", "set_viewport_size")
BY_KEYS = ("insert_text", "press", "type")


@contextmanager
def places_wait() -> Iterator[None]:
    """Let all that happens at a place of a page wait."""
    with pytest.MonkeyPatch.context() as patch:
        for name in AT_A_PLACE:
            patch.setattr(Locator, name, _in_order(getattr(Locator, name), lambda place: arrives(place.page)))
        yield


def page_waits(page: Page) -> None:
    """Let all that happens to this page wait, or is keyed there."""
    for owner, names in ((page, OF_A_PAGE), (page.keyboard, BY_KEYS)):
        for name in names:
            setattr(owner, name, _in_order(getattr(owner, name), lambda *_: arrives(page)))


def _in_order(does: Callable[..., Any], waits: Callable[..., None]) -> Callable[..., Any]:
    @wraps(does)
    def in_order(*what: Any, **how: Any) -> Any:
        waits(*what[:1])
        return does(*what, **how)

    return in_order
