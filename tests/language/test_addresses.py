"""Pages lead to addresses behind https, of mail and of telephones: nowhere else, whatever the database holds."""

import re
from pathlib import Path

import pytest

from app.language.addresses import leads_to
from app.language.marked import as_draft, as_line, as_page

TEMPLATES = Path(__file__).parents[2] / "app" / "templates"
GOOD = ["https://example.org", "HTTPS://example.org/a?b=c#d", "mailto:ana@example.org", "tel:+16175550123"]
BAD = [
    "http://example.org",
    "//example.org/a",
    "/organizers/calls",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org",
    "blob:https://example.org/1",
    "view-source:https://example.org",
    "https:example.org",
    "https:///example.org",
    "https:\\\\example.org",
    "https://exa\u202emple.org",
    "&#106;avascript:alert(1)",
    "%6aavascript:alert(1)",
    "",
]
# What stands in an address of a template: made by our routes and files, or asked whether we may lead there.
MADE_BY_US = re.compile(
    r"url_for(_security)?\(|form_url\(|asset\(|public_address|privacy_url\(|public_base_url\(|\|leads_to|in_language\(|^\"?#|"
    r"^(action|here|not_again\.call_page|action\(\)|earlier|booked_url|there|link|entry\.address|kept\.path|form\.path|"
    r"alert\.link|letter\.url|to_people|back)$"
)
ADDRESS = re.compile(r'(?:href|src|action|formaction)="\{\{-?\s*(.*?)\s*-?\}\}')


@pytest.mark.parametrize("address", GOOD)
def test_a_page_leads_there(address):
    assert leads_to(address) == address
    assert address in as_page(f"[it]({address})")


@pytest.mark.parametrize("address", BAD)
def test_and_nowhere_else(address):
    assert leads_to(address) == ""


@pytest.mark.parametrize("address", BAD)
@pytest.mark.parametrize("shown", [as_page, as_line, as_draft])
@pytest.mark.parametrize("link", ["[it]({})", "[it](<{}>)", "<{}>"])
def test_nor_does_a_link_in_a_text(address, shown, link):
    assert "href" not in shown(link.format(address))


def test_every_address_that_a_template_fills_in_is_ours_or_was_looked_at():
    filled = {it for page in TEMPLATES.rglob("*.html") for it in ADDRESS.findall(page.read_text())}
    assert [it for it in sorted(filled) if not MADE_BY_US.search(it)] == []
