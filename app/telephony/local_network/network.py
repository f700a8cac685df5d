"""The phone network as a whole: what tests, rehearsals and the demo hold in their hands."""

import os
import random
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Self

from app.telephony.local_network.account.account import Account
from app.telephony.local_network.account.credentials import Credentials
from app.telephony.local_network.account.numbers import Numbers
from app.telephony.local_network.credentials import refuse_live_credentials
from app.telephony.local_network.engine import Engine, Plant
from app.telephony.local_network.faults import Faults
from app.telephony.local_network.journal import Line, Notice, Request, RestCall
from app.telephony.local_network.phones.by_script import Phone
from app.telephony.local_network.phones.hands import EVERYONE_ELSE
from app.telephony.local_network.server import LoopbackServer, create_web_app
from app.telephony.local_network.timing.clock import Clock, RealClock
from app.telephony.local_network.timing.pace import Pace
from app.telephony.local_network.ways import TWILIO, Ways


class PhoneNetwork:
    """A carrier on this computer: Twilio's REST API, signed webhooks, and phones by script or by hand.

    `numbers` are the E.164 numbers the account owns, `verified` further caller IDs it may show;
    `calls_per_second` None is no limit; the same `seed` gives the same SIDs. It waits for the app `patience` times as
    long as Twilio: on a clock that stands still meanwhile, a busy computer is no late answer. Another carrier's `ways`
    can be played too.

    Raises:
        LiveCredentialsError: the credentials given, or in `environment`, are not local ones.
    """

    def __init__(
        self,
        *,
        account_sid: str,
        auth_token: str,
        numbers: Iterable[str] = (),
        verified: Iterable[str] = (),
        clock: Clock | None = None,
        faults: Faults | None = None,
        calls_per_second: float | None = 1.0,
        port: int = 0,
        seed: int | None = None,
        patience: float = 1.0,
        ways: Ways = TWILIO,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        refuse_live_credentials(account_sid, auth_token, os.environ if environment is None else environment)
        clock = clock or RealClock()
        chance = random.Random(seed)  # nosec B311 # makes SIDs, which are no secrets
        self.plant = Plant(
            account=Account(Credentials(account_sid, auth_token), Numbers(chance), clock.now()),
            ways=ways,
            clock=clock,
            chance=chance,
            pace=Pace(calls_per_second),
            faults=faults or Faults(),
            patience=patience,
        )
        self.account.verifies(*verified)
        self._port = port
        self._engine: Engine | None = None
        self._server: LoopbackServer | None = None
        for number in numbers:
            self.plant.numbers.add(number, self.plant.clock.now())

    @property
    def account(self) -> Account:
        """What the network knows of its customer, and what can happen to them."""
        return self.plant.account

    @property
    def engine(self) -> Engine:
        """The running engine.

        Raises:
            RuntimeError: the network does not run.
        """
        if not self._engine:
            raise RuntimeError("The phone network is not running.")
        return self._engine

    @property
    def url(self) -> str:
        """Where the REST API and the handset page are while the network runs."""
        return self._server.url if self._server else ""

    @contextmanager
    def running(self) -> Iterator[str]:
        """Run for as long as the context lasts; gives the base URL."""
        self.start()
        try:
            yield self.url
        finally:
            self.stop()

    def start(self) -> Self:
        """Begin to serve; a network runs once."""
        self._engine = Engine(self.plant)
        self._engine.start()
        self._server = LoopbackServer(create_web_app(self._engine), self._port)
        self._server.start()
        return self

    def stop(self) -> None:
        """Stop serving; calls under way are dropped without a word."""
        if self._server and self._engine:
            self._server.stop()
            self._engine.stop()

    def phone(self, number: str) -> Phone:
        """The phone with this number, to say how it behaves or to let it dial."""
        return Phone(number, self.plant.book, self._dial)

    def everyone_else(self) -> Phone:
        """Every phone that nothing was said about; operated by hand unless told otherwise."""
        return Phone(EVERYONE_ELSE, self.plant.book)

    def connect_number(self, number: str, voice_url: str, status_callback: str = "", fallback_url: str = "") -> None:
        """Own `number` and let its inbound calls ask `voice_url` what to do, and `fallback_url` where that fails."""
        owned = self.plant.numbers.add(number, self.plant.clock.now())
        owned.voice_url, owned.status_callback, owned.voice_fallback_url = voice_url, status_callback, fallback_url

    def suffer(self, faults: Faults) -> None:
        """Let these faults happen from now on."""
        self.engine.timeline.ask(lambda: self.engine.faults.suffer(faults))

    def standing_still(self) -> AbstractContextManager[None]:
        """Hold an accelerated clock: calls stay where they are while the context lasts."""
        return self.engine.timeline.standing_still()

    def wait_until_idle(self, timeout: float = 10.0) -> None:
        """Wait until no leg is open and no webhook is under way or still to be sent.

        Raises:
            TimeoutError: that was not so within `timeout` real seconds.
        """
        self.engine.timeline.ask(self.engine.tasks.when_idle).result(timeout)

    def transcript(self, call_sid: str | None = None) -> list[Line]:
        """Everything said and keyed, of one call or of all."""
        return [line for line in self.plant.journal.all_of(Line) if call_sid in (None, line.call_sid)]

    def requests(self, kind: str | None = None) -> list[Request]:
        """Every webhook sent, of one kind ("turn", "fallback", "status", "audio") or of all."""
        return [request for request in self.plant.journal.all_of(Request) if kind in (None, request.kind)]

    def rest_calls(self) -> list[RestCall]:
        """Every request the app made to the REST API."""
        return self.plant.journal.all_of(RestCall)

    def notices(self) -> list[Notice]:
        """Every warning and error."""
        return self.plant.journal.all_of(Notice)

    def _dial(self, caller: str, owned: str) -> str:
        number = self.plant.numbers.find(owned)
        return self.engine.timeline.ask(lambda: self.engine.exchange.receive(caller, number)).sid
