"""Webhooks: signed requests to the app, sent again where the connection's policy says so."""

import asyncio
import time
import uuid
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from app.telephony.local_network.addresses import Address
from app.telephony.local_network.journal import Journal, Request
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.timing.tasks import Tasks
from app.telephony.local_network.webhooks.courier import Courier
from app.telephony.local_network.webhooks.overrides import LONGEST_MS, connection_for
from app.telephony.local_network.webhooks.sending import Answer, Letter, send
from app.telephony.local_network.webhooks.signing import Seal


@dataclass
class Webhooks:
    """Sends on behalf of one account and writes every request into the journal.

    The status callbacks of one call are sent one after the other; on an accelerated clock its turns wait
    for them too, so that a story is always the same. Disorder comes from faults only.
    """

    seal: Seal
    courier: Courier
    tasks: Tasks
    journal: Journal
    patience: float = 1.0

    async def ask(
        self, leg: Leg, address: Address, parameters: Mapping[str, str], kind: str, idempotency: str = ""
    ) -> Answer:
        """Send to `address` and return the last answer; retries stay within Twilio's 15 seconds."""
        connection = connection_for(address.url if self.seal.ways.heeds("fragment") else "").stretched(self.patience)
        letter = Letter(
            url=address.url,
            method=address.method,
            parameters=parameters,
            seal=self.seal,
            connection=connection,
            idempotency_token=idempotency or str(uuid.uuid4()),
            cookies=leg.call.cookies,
        )
        began = time.monotonic()
        for _ in range(connection.retries + 1):
            # A caller who hangs up cancels the wait, not the request: the app still hears it.
            answer = await asyncio.shield(self.tasks.start(self._send(leg, letter, kind)))
            spent = (time.monotonic() - began) * 1000
            if spent > LONGEST_MS * self.patience or not connection.retries_after(answer.failure, answer.status):
                break
        return answer

    async def _send(self, leg: Leg, letter: Letter, kind: str) -> Answer:
        async with leg.call.webhook_turn if leg.clock.jumps or kind == "status" else nullcontext():
            answer = await self.courier.carry(partial(send, letter))
        self._record(leg, letter, kind, answer)
        return answer

    def _record(self, leg: Leg, letter: Letter, kind: str, answer: Answer) -> None:
        self.journal.write(
            Request(
                kind=kind,
                method=letter.method,
                url=letter.url,
                path=urlsplit(letter.url).path,
                signed=True,
                status=answer.status,
                call_sid=leg.sid,
                parameters=letter.parameters,
                body="" if kind == "audio" else answer.body.decode(errors="replace"),
                milliseconds=answer.milliseconds,
                idempotency_token=letter.idempotency_token,
                at=round(leg.clock.seconds() - leg.call.created_at, 2),
                failure=answer.failure,
                log=answer.header("Ringdown-Log"),
            )
        )
