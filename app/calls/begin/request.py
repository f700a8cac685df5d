"""What a supporter asks for who wants to be rung, and what it takes to place such a call."""

from collections.abc import Callable
from dataclasses import dataclass

from app.calls.plan import PlannedOffice
from app.campaigns.at_door import CampaignAtDoor
from app.clock import Clock
from app.guard.phone_vault import PhoneVault
from app.limits.rings.ringing import Limits
from app.limits.visitors import Visitor
from app.store.job_queue import DEFAULT_QUEUE


@dataclass(frozen=True)
class CallRequest:
    """What a supporter asked for, already checked and found. `form_nonce` makes a form count once.

    `campaign` is which one it was found by, `offices` come in the order in which they are reached for; one of
    them can be rung at least. Who `keeps_place` agreed to wait for longer than the ten minutes that "now" means.
    Whoever sends the form again is told of its call if they `know` it, which is asked only then.
    `phone_bank_id` is the room by whose code they came, `came_from` what their link said. Who `picks_up` was rung in
    vain, and asked whether their phone silences us, in the browser that made those calls.
    """

    campaign: CampaignAtDoor
    phone: str
    town: str
    offices: tuple[PlannedOffice, ...]
    form_nonce: str
    consent_version: str
    language: str = "en"
    keeps_place: bool = False
    more_time: bool = False
    knows: Callable[[int], bool] = lambda _: True
    phone_bank_id: int | None = None
    came_from: str = ""
    picks_up: bool = False


@dataclass(frozen=True)
class Placing:
    """What placing needs beside the request. Rehearsals have their own queue and no limits.

    `keeps_hours` says that nobody is rung at night, or later while the office is closed.
    """

    vault: PhoneVault
    clock: Clock
    limits: Limits
    visitor: Visitor
    calls_per_second: float = 1.0
    keeps_hours: bool = False
    rehearsal: bool = False
    queue: str = DEFAULT_QUEUE
