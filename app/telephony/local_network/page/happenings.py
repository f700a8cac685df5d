"""What a person can let happen to the account on the page, in groups, each with its words."""

from collections.abc import Callable
from dataclasses import dataclass

from app.telephony.local_network.engine import Engine
from app.telephony.local_network.faults import Faults, Refusal

SILENCE_SECONDS = 30


@dataclass(frozen=True)
class Happening:
    """One thing that can happen; a few are about the telephone whose number is given."""

    title: str
    happen: Callable[[Engine, str], object]


def _wrong(refusal: Refusal) -> Callable[[Engine, str], object]:
    return lambda engine, _: engine.faults.suffer(Faults(refuse=refusal))


def _as_usual(engine: Engine, _: str) -> None:
    account = engine.plant.account
    account.is_upgraded().is_reinstated().has_profile().may_call().gives_voice_back()
    account.numbers.restore()
    account.stock.sold_out.clear()
    engine.faults.suffer(Faults())


GROUPS = {
    "Account": {
        "usual": Happening("Everything is in order again", _as_usual),
        "fresh": Happening("It is new: on trial, no number, no profile", lambda on, _: on.plant.account.is_fresh()),
        "trial": Happening("It is on trial", lambda on, _: on.plant.account.is_on_trial()),
        "upgraded": Happening("It is upgraded", lambda on, _: on.plant.account.is_upgraded()),
        "suspended": Happening("It is suspended", lambda on, _: on.plant.account.is_suspended()),
        "no-money": Happening("Its money runs out", lambda on, _: on.plant.account.runs_out_of_money()),
        "paid": Happening("It is paid for, and active again", lambda on, _: on.plant.account.is_reinstated()),
    },
    "Customer profile": {
        "no-profile": Happening("There is none", lambda on, _: on.plant.account.has_no_profile()),
        "in-review": Happening("It is in review", lambda on, _: on.plant.account.has_profile("in-review")),
        "rejected": Happening("It is rejected", lambda on, _: on.plant.account.has_profile("twilio-rejected")),
        "approved": Happening("It is approved", lambda on, _: on.plant.account.has_profile()),
    },
    "Permissions": {
        "forbidden": Happening("No calls to the United States", lambda on, _: on.plant.account.may_not_call()),
        "allowed": Happening("Calls to the United States", lambda on, _: on.plant.account.may_call()),
    },
    "Numbers": {
        "verified": Happening(
            "The supporter's telephone is verified", lambda on, number: on.plant.account.verifies(number)
        ),
        "no-voice": Happening("The account's numbers take no calls", lambda on, _: on.plant.account.takes_voice_away()),
        "voice": Happening("They take calls again", lambda on, _: on.plant.account.gives_voice_back()),
        "many": Happening("The account has 200 numbers", lambda on, _: on.plant.account.owns(200)),
        "lost-numbers": Happening("Its numbers are taken back", lambda on, _: on.plant.account.loses_its_numbers()),
        "sold-out": Happening("413 is sold out", lambda on, _: on.plant.account.stock.sold_out.add("413")),
        "too-late": Happening("Somebody else buys the next number first", lambda on, _: on.plant.account.is_too_late()),
    },
    "The next request to the carrier": {
        "silent": Happening("30 seconds of silence", _wrong(Refusal(None, hang=SILENCE_SECONDS, at="", method=""))),
        "too-many": Happening("Too many requests (429)", _wrong(Refusal(429, at="", method=""))),
        "error": Happening("An error of the carrier's (500)", _wrong(Refusal(500, at="", method=""))),
        "lost": Happening(
            "A purchase that is made, but its answer is lost",
            _wrong(Refusal(500, placed=True, at="IncomingPhoneNumbers")),
        ),
    },
}
HAPPENINGS = {name: happening for group in GROUPS.values() for name, happening in group.items()}
