"""Whole calls in every language past a television, a practiced script, and a recognizer that mishears a quarter."""

import pytest

from app.telephony.local_network import Faults
from models import CallStatus, LineOutcome, ReportedOutcome

MISHEARS, SEED = 0.25, 2
TELEVISION, TALK = "and now the weather for tonight", "hello my name is Ana and I live in Holyoke"

# The language; then the ZIP code; yes; while the script is read; in passing; to be connected; how it went.
CALLS = {
    "en": ("English", "oh one oh four oh", "yes", "okay", "connect", "one"),
    "es": ("español", "cero uno cero cuatro cero", "sí", "claro", "comunicar", "uno"),
    "pt": ("português", "zero um zero quatro zero", "sim", "tá bom", "conectar", "um"),
    "zh": ("普通话", "零一零四零", "是的", "好的", "接通", "一"),
    "yue": ("廣東話", "零一零四零", "係呀", "好呀", "駁通", "一"),
}
CONVERSATION = (CallStatus.COMPLETED, LineOutcome.ANSWERED, ReportedOutcome.CONTACT, 42)


@pytest.fixture
def hears_badly(world):
    world.everything.network.suffer(Faults(mishears=MISHEARS, seed=SEED))


def came_of_it(call):
    return call.status, call.line_outcome, call.reported_outcome, call.talk_seconds


@pytest.mark.usefixtures("hears_badly")
@pytest.mark.parametrize(("language", "answers"), CALLS.items())
def test_it_ends_where_it_should(dials_in, office, language, answers):
    name, zip_code, yes, passing, connect, one = answers
    call = dials_in(TELEVISION, name, zip_code, TELEVISION, yes, TALK, passing, connect, TELEVISION, one)
    assert (call.language, call.town) == (language, "Holyoke")
    assert came_of_it(call) == CONVERSATION


@pytest.mark.usefixtures("hears_badly")
def test_where_nobody_listens_keys_do(dials_in, office):
    call = dials_in("kreyòl", "01040", TALK, "1", TALK, "1", "1")
    assert (call.language, came_of_it(call)) == ("ht", CONVERSATION)
