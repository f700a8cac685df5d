"""A supporter in front of a browser: opens the campaign's page, types, presses the button."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

TOKEN = re.compile(r'name="token" value="([^"]+)"')
KEYS = re.compile(r'name="(token|secret|proof)" value="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
PHONE = "(617) 555-0123"


@dataclass
class Supporter:
    """Somebody who visits one campaign."""

    client: FlaskClient
    slug: str = "safe-communities"

    def opens_the_page(self) -> TestResponse:
        """Look at the campaign."""
        return self.client.get(f"/c/{self.slug}")

    def form(self, **typed: Any) -> dict[str, Any]:
        """A form as the page gives it, filled in."""
        keys = dict(KEYS.findall(self.opens_the_page().text))
        return {"token": "", **keys, "phone": PHONE, "town": "Holyoke", "consent": "en"} | typed

    def answers(self, page: TestResponse, **chosen: Any) -> TestResponse:
        """Answer a question on its page, with all that its form carries."""
        hidden = dict(HIDDEN.findall(page.text))
        return self.sends({name: unescape(value) for name, value in hidden.items()} | chosen)

    def asks_to_be_called(self, **typed: Any) -> TestResponse:
        """Fill the form and press "Call me now"."""
        return self.sends(self.form(**typed))

    def sends(self, form: dict[str, Any]) -> TestResponse:
        """Send a form once more, as it stands; a browser goes on to the page that it leads to."""
        answer = self.client.post(f"/c/{self.slug}/call", data=form)
        return self.client.get(answer.location) if "/asked/" in (answer.location or "") else answer
