"""A page that stands still: what a press has sent on its way is there, and nothing is renewed while somebody looks."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Error, Page

from tests.world.patience import eventually

# A press is over before the page is left: the browser tells here that it means to, until another page is there. What
# the page has asked the network for waits while somebody looks.
TELLS = """
(() => {
  const leaves = (so) => { window.leaving = so; };
  navigation.addEventListener("navigate", (event) => {
    if (!event.destination.sameDocument && event.downloadRequest === null) leaves(true);
  });
  navigation.addEventListener("navigateerror", () => leaves(false));
  addEventListener("submit", (event) => {
    leaves(true);
    setTimeout(() => { if (event.defaultPrevented) leaves(false); });
  }, true);
  for (const [owner, name] of [[window, "fetch"], [Response.prototype, "text"], [Response.prototype, "json"]]) {
    const asks = owner[name];
    owner[name] = async function (...what) {
      const answer = await asks.apply(this, what);
      await window.looking;
      return answer;
    };
  }
})();
"""
# Its deferred scripts come before it is complete; its letters have the room that they keep once they are there.
WHOLE = """
() => {
  if (window.leaving || document.readyState !== "complete") return false;
  document.documentElement.getBoundingClientRect();
  return document.fonts.status === "loaded";
}
"""
HOLD = "() => { window.looking = new Promise((done) => { window.looked = done; }); }"


def arrives(page: Page) -> None:
    """Wait for the page that the last press leads to, if it leads to one, and for its scripts."""
    assert eventually(lambda: _is_whole(page)), f"{page.url} does not become whole"


def _is_whole(page: Page) -> bool:
    try:
        return bool(Page.evaluate(page, WHOLE))
    except Error:  # another page comes in this moment
        return False


@contextmanager
def stillness(page: Page) -> Iterator[None]:
    """Nothing of it moves in the meantime."""
    arrives(page)
    page.evaluate(HOLD)
    yield
    page.evaluate("() => window.looked()")
