"""Whole calls in every language past a television, a practiced script, and a recognizer that mishears a quarter."""

import pytest

from app.calls.cost.at_most import LISTENED_TURNS
from app.telephony.local_network import Faults
from models import CallStatus, LineOutcome, ReportedOutcome
from tests.world.examples import sized
from voice_flows.words import WORDS

MISHEARS = 0.25
SEEDS = range(sized(2, 9))
TALK = "hello my name is Ana and I live in Holyoke"

# The language; the ZIP code; yes; to be connected; how it went; what a television says.
SAYS = {
    "en": ("English", "oh one oh four oh", "yes", "connect", "one", "and now the weather for tonight"),
    "es": ("español", "cero uno cero cuatro cero", "sí", "comunicar", "uno", "y ahora el tiempo para esta noche"),
    "pt": ("português", "zero um zero quatro zero", "sim", "conectar", "um", "e agora a previsão do tempo"),
    "zh": ("普通话", "零一零四零", "是的", "接通", "一", "下面是今晚的天气"),
    "yue": ("廣東話", "零一零四零", "係呀", "駁通", "一", "以下係今晚嘅天氣"),
}
CONVERSATION = (CallStatus.COMPLETED, LineOutcome.ANSWERED, ReportedOutcome.CONTACT, 42)
NOT_CONNECTED = (CallStatus.COMPLETED, None, None, 0)


def answers(phone, language, *, connects=True):
    """Somebody who answers what is asked, the television each question first; the script is practiced aloud."""
    name, zip_code, yes, connect, one, television = SAYS[language]
    asked = WORDS[language]
    phone.whenever_asked(WORDS["en"]["this_language"].partition("{")[0], television, name)
    if language != "en":
        phone.whenever_asked(WORDS["en"]["where"], name)  # their language was not heard
    for key, answer in (("where", zip_code), ("agree_keys", yes), ("how_did_it_go", one)):
        phone.whenever_asked(asked[key], television, answer)
    phone.whenever_asked(asked["where_keyed"], "01040")
    phone.whenever_asked(asked["script_follows"], TALK)
    phone.whenever_asked(asked["ready"], television, *([connect] if connects else [TALK]))


@pytest.fixture
def calls(world, campaign, office):
    """Dial from a phone of one's own for each call, past an ear that mishears by this seed."""

    def calls(language, seed, mishears=MISHEARS, **how):
        number = f"+1413555{100 + seed:04}"
        world.everything.network.suffer(Faults(mishears=mishears, seed=seed))
        answers(world.everything.network.phone(number), language, **how)
        return world.somebody_dials(number)

    return calls


def came_of_it(call):
    return call.status, call.line_outcome, call.reported_outcome, call.talk_seconds


@pytest.mark.parametrize("language", SAYS)
def test_it_ends_where_it_should(calls, language):
    ended = {seed: calls(language, seed) for seed in SEEDS}
    assert {seed: (call.language, call.town) for seed, call in ended.items()} == dict.fromkeys(
        SEEDS, (language, "Holyoke")
    )
    assert {seed: came_of_it(call) for seed, call in ended.items()} == dict.fromkeys(SEEDS, CONVERSATION)


def test_noise_connects_nobody_and_is_asked_until_nobody_listens_any_more(world, calls):
    assert came_of_it(calls("en", 2, mishears=0.0, connects=False)) == NOT_CONNECTED
    assert world.program_says().count(WORDS["en"]["not_understood"]) > LISTENED_TURNS / 2


def test_where_nobody_listens_keys_do(world, dials_in, office):
    world.everything.network.suffer(Faults(mishears=MISHEARS, seed=2))
    call = dials_in("kreyòl", "01040", TALK, "1", TALK, "1", "1")
    assert (call.language, came_of_it(call)) == ("ht", CONVERSATION)
