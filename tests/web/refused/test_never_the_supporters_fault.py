"""What the carrier refuses because of us, or cannot do, never asks a supporter to check anything, in no language."""

import re

import pytest
from sqlalchemy import update

from app.calls.life.refusals import why_ended
from app.language.languages import LANGUAGES
from app.telephony.faults import FAULTS, Whose, fault_of
from models import Call, CallStatus, EndReason
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

CODES = [*FAULTS, 99999]
# Words by which a page asks somebody to look at their number once more, or to type another.
ASKS = {
    "en": r"[Cc]heck|mistyped|[Ee]nter your|try another",
    "es": r"[Rr]evis|[Cc]ompruebe|escribió mal|pruebe con otro",
    "pt": r"[Cc]onfira|[Vv]erifique|digitou|tente outro",
    "ht": r"[Gg]ade l byen|mal ekri|yon lòt",
    "zh_Hans": r"检查|写错|换一个",
    "zh_Hant": r"檢查|寫錯|換一個",
}


@pytest.fixture
def page(client, session):
    """The page of a call that ended for this reason, or is so."""
    address = Supporter(client).asks_to_be_called().location.removesuffix("#main")

    def page(language="en", **columns):
        session.execute(update(Call).values(**columns))
        session.commit()
        return client.get(f"{address}?language={language}").text

    return page


def failed(why):
    return {"status": CallStatus.FAILED, "end_reason": why, "ended_at": Call.created_at, "waits_for": None}


@pytest.mark.parametrize("code", CODES)
def test_only_a_number_that_is_none_ends_a_call_as_the_supporters_own(code):
    is_theirs = why_ended(fault_of(code)) is EndReason.CARRIER_REFUSED
    assert is_theirs is (fault_of(code).whose is Whose.NUMBER)


OTHERS = [why_ended(fault_of(code)) for code in (20003, None)]


@pytest.mark.parametrize("why", OTHERS)
@pytest.mark.parametrize("language", [one.code for one in LANGUAGES])
def test_no_page_asks_to_check_anything_and_each_shows_the_offices_own_number(page, language, why):
    html = page(language, **failed(why), waits_since=None)
    own = re.search(r'<section id="your-call".*?</section>', html, re.DOTALL)[0]
    assert not re.search(ASKS[language], own)
    assert re.search(r'class="big-number" href="tel:\+1617\d+"', own)


@pytest.mark.parametrize("language", [one.code for one in LANGUAGES])
def test_a_number_that_is_none_is_said_to_be_so(page, language):
    html = page(language, **failed(EndReason.CARRIER_REFUSED), waits_since=None)
    assert re.search(ASKS[language], html)


@pytest.mark.parametrize(("status", "asks"), [(CallStatus.DIALING, False), (CallStatus.RINGING, True)])
def test_while_nobody_knows_yet_whether_it_rings_nobody_is_asked_either(page, status, asks):
    """The carrier may not have answered: their phone may ring, or never will, and neither is because of them."""
    assert ("mistyped" in page(status=status, waits_for=None, waits_since=None)) is asks
