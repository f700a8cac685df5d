"""Status callbacks: which events are sent, one after the other, and what faults do to them."""

import asyncio
import uuid
from dataclasses import dataclass

from app.telephony.local_network.addresses import Address
from app.telephony.local_network.faults import FaultMaker
from app.telephony.local_network.journal import Notice
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.timing.tasks import Tasks
from app.telephony.local_network.ways import Ways
from app.telephony.local_network.webhooks.asking import Webhooks
from app.telephony.local_network.webhooks.parameters import of_detection, of_progress
from app.telephony.local_network.webhooks.sending import Answer


@dataclass
class Callbacks:
    """Tells the app how legs progress; `faults` may delay, repeat, shuffle or lose what it says."""

    account_sid: str
    webhooks: Webhooks
    tasks: Tasks
    faults: FaultMaker
    ways: Ways

    def tell(self, leg: Leg, event: str) -> None:
        """Send the event if somebody subscribed to it; returns at once."""
        if not leg.callback or event not in leg.callback.events or not self._is_told(leg, event):
            return
        parameters = of_progress(leg, event, self.account_sid)
        leg.sequence += 1
        self._send(leg, Address(leg.callback.url, leg.callback.method), parameters)

    def tell_who_answered(self, leg: Leg, address: Address, answered_by: str, seconds: float) -> None:
        """Send what was made of the voice that picked up, after so many seconds of listening; returns at once."""
        self._send(leg, address, of_detection(leg, answered_by, seconds, self.account_sid))

    def _is_told(self, leg: Leg, event: str) -> bool:
        """Whether this carrier tells such a thing at all."""
        told = self.ways.tells_progress or event == "completed"
        return told and (self.ways.tells_of_dialled or leg.parent is None)

    def _send(self, leg: Leg, address: Address, parameters: dict[str, str]) -> None:
        same = str(uuid.uuid4())
        for seconds in self.faults.deliveries():
            self.tasks.start(self._deliver(leg, address, parameters, seconds, same))

    async def _deliver(self, leg: Leg, address: Address, parameters: dict[str, str], seconds: float, same: str) -> None:
        if seconds:
            await asyncio.sleep(seconds)
        answer = await self.webhooks.ask(leg, address, parameters, "status", same)
        if not answer.is_fine:
            self._warn(leg, answer)

    def _warn(self, leg: Leg, answer: Answer) -> None:
        at = round(leg.clock.seconds() - leg.call.created_at, 2)
        text = f"A status callback was answered with {answer.status or answer.failure}."
        self.webhooks.journal.write(Notice("warning", "callback-failed", 15003, text, leg.call.sid, at))
