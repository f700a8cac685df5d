"""The engine: puts the exchange together on one thread, with its clock, its couriers and its faults."""

import random
from dataclasses import dataclass, field

from app.telephony.local_network.account.account import Account
from app.telephony.local_network.account.numbers import Numbers
from app.telephony.local_network.exchange import Exchange
from app.telephony.local_network.faults import FaultMaker, Faults
from app.telephony.local_network.journal import Journal
from app.telephony.local_network.phones.behaviour import Behaviour
from app.telephony.local_network.phones.captions import Captions
from app.telephony.local_network.phones.hands import Hands
from app.telephony.local_network.timing.clock import Clock
from app.telephony.local_network.timing.pace import Pace
from app.telephony.local_network.timing.tasks import Tasks
from app.telephony.local_network.timing.timeline import Timeline
from app.telephony.local_network.ways import Ways
from app.telephony.local_network.webhooks.asking import Webhooks
from app.telephony.local_network.webhooks.callbacks import Callbacks
from app.telephony.local_network.webhooks.courier import Courier
from app.telephony.local_network.webhooks.documents import Documents
from app.telephony.local_network.webhooks.signing import Seal


@dataclass
class Plant:
    """What the network keeps whether it runs or not."""

    account: Account
    ways: Ways
    clock: Clock
    chance: random.Random
    pace: Pace
    faults: Faults
    patience: float = 1.0
    journal: Journal = field(default_factory=Journal)
    book: dict[str, Behaviour] = field(default_factory=dict)

    @property
    def numbers(self) -> Numbers:
        """The numbers that the account owns."""
        return self.account.numbers


class Engine:
    """Runs a plant; `timeline.ask` is how other threads reach it."""

    def __init__(self, plant: Plant) -> None:
        self.plant = plant
        self.timeline = Timeline(plant.clock)
        self.tasks = Tasks(self.timeline)
        self._courier = Courier(self.timeline)
        self.faults = FaultMaker(plant.faults)
        webhooks = Webhooks(
            Seal(plant.account.credentials, plant.ways), self._courier, self.tasks, plant.journal, plant.patience
        )
        account_sid = plant.account.credentials.sid
        captions = Captions(plant.journal)
        self.exchange = Exchange(
            clock=plant.clock,
            tasks=self.tasks,
            journal=plant.journal,
            captions=captions,
            hands=Hands(captions, plant.book),
            webhooks=webhooks,
            documents=Documents(account_sid, webhooks, self.faults),
            callbacks=Callbacks(account_sid, webhooks, self.tasks, self.faults, plant.ways),
            faults=self.faults,
            account=plant.account,
            ways=plant.ways,
            pace=plant.pace,
            chance=plant.chance,
        )

    def start(self) -> None:
        """Begin."""
        self.timeline.start()

    def stop(self) -> None:
        """Drop what was still to happen."""
        self.timeline.drop_everything()
        self._courier.close()
        self.timeline.stop_and_close()
