"""The audit log in a browser: by keyboard, on every screen, with long names and with nothing in it."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from app.team.audit import record
from models import AuditAct
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.browsing import has_signed_in

LONG = "maximiliane.wolkenstein-featherstonehaugh@a-very-long-name-of-a-coalition.example.org"
SCRIPT = "Hello, my name is [your name] and I live in [town].\n\nI ask you to support the Safe Communities Act. " * 4


@pytest.fixture
def much_was_done(session, campaign):
    """What an evening leaves behind."""
    now = datetime.now(UTC)

    def done(hours, who, act, subject="", **what):
        at = now - timedelta(hours=hours)
        record(session, at=at, who=who, act=act, subject=subject, whence="203.0.113.x, Firefox on Windows", **what)

    done(50, LONG, AuditAct.JOINED, after={"role": "organizer"})
    done(49, LONG, AuditAct.SIGNED_IN)
    done(30, EMAIL, AuditAct.ROLE_CHANGED, LONG, before={"role": "viewer"}, after={"role": "organizer"})
    translated = {"script": SCRIPT, "headline": "Llame hoy"}
    mine = {"campaign_id": campaign, "before": {"script": "", "headline": ""}, "after": translated}
    done(29, LONG, AuditAct.CAMPAIGN_CHANGED, "the Spanish texts of the Safe Communities Act", **mine)
    done(3, "mallory@example.org", AuditAct.SIGN_IN_FAILED)
    mine |= {"before": {"calls": "their own representative", "list": []}}
    mine |= {"after": {"calls": "the same office holders, from a list", "list": ["Mindy Domb", "Pat Duffy"]}}
    done(2, EMAIL, AuditAct.CAMPAIGN_CHANGED, "whom the Safe Communities Act calls", **mine)
    done(1, EMAIL, AuditAct.UNMASKED, "the number of call 7", after={"reason": "She asked to be rung back."})
    session.commit()


@pytest.fixture
def audit_log(new_page, everything):
    def opens(width=1280):
        page = new_page(width)
        has_signed_in(page, everything, EMAIL, PASSWORD)
        page.goto(f"{everything.web_url}/organizers/audit")
        return page

    return opens


def test_it_is_read_by_keyboard(audit_log, much_was_done):
    page = audit_log()
    line = page.locator("summary", has_text="whom the Safe Communities Act calls")
    line.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mindy Domb")).to_be_visible()
    page.get_by_label("What they did").select_option("signed-in")
    page.get_by_label("What they did").press("Tab")
    page.get_by_role("button", name="Show").press("Enter")
    expect(page.locator("main")).to_contain_text(f"{LONG} signed in")
    expect(page.locator("main")).not_to_contain_text("whom the Safe Communities Act calls")


def test_it_can_be_looked_at(audit_log, much_was_done, looks_at):
    page = audit_log()
    looks_at(page, "audit")
    for line in page.locator("summary").all():
        line.click()
    looks_at(page, "audit-open")


def test_where_nothing_fits_it_says_what_to_do(audit_log, looks_at, everything):
    page = audit_log(390)
    page.goto(f"{everything.web_url}/organizers/audit?act=flew&who=nobody@example.org")
    expect(page.get_by_role("link", name="Show everything")).to_be_visible()
    looks_at(page, "audit-nothing")
