"""Fetches the document for a turn: from the app, from its fallback, or out of another content type."""

import uuid
from dataclasses import dataclass, replace
from html import escape

from app.telephony.local_network.addresses import Address, Turn
from app.telephony.local_network.faults import FaultMaker
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.twiml.reading import CallError, Document, parse
from app.telephony.local_network.webhooks.asking import Webhooks
from app.telephony.local_network.webhooks.parameters import of_leg
from app.telephony.local_network.webhooks.sending import Answer

FAILURES = {
    "ct": (11205, "no-connection", "The app could not be reached."),
    "rt": (11200, "no-answer-in-time", "The app did not answer in time."),
    "redirects": (11215, "too-many-redirects", "The app redirected more than 10 times."),
}
NO_CONTENT = 204


@dataclass
class Documents:
    """Asks the app what to do next."""

    account_sid: str
    webhooks: Webhooks
    faults: FaultMaker

    async def fetch(self, leg: Leg, turn: Turn) -> Document:
        """Return the document, the fallback's where the first is not to be had.

        Raises:
            CallError: neither is.
        """
        try:
            return await self._ask(leg, turn, "turn")
        except CallError as error:
            if not leg.call.fallback or not turn.address:
                raise
            told = {"ErrorCode": str(error.code), "ErrorUrl": turn.address.url}
            fallback = replace(turn, address=leg.call.fallback, parameters={**turn.parameters, **told})
            return await self._ask(leg, fallback, "fallback")

    async def _ask(self, leg: Leg, turn: Turn, kind: str) -> Document:
        if not turn.address:
            return parse(turn.twiml)
        parameters = of_leg(leg, self.account_sid) | dict(turn.parameters)
        if not turn.address.url:
            raise CallError(11100, "no-url", "The number has no voice URL.")
        same = str(uuid.uuid4())
        answer = await self.webhooks.ask(leg, turn.address, parameters, kind, same)
        if self.faults.faults.repeat_turns:
            await self.webhooks.ask(leg, turn.address, parameters, kind, same)
        return parse(_twiml(answer, turn.address))


def _twiml(answer: Answer, address: Address) -> str:
    if answer.failure:
        raise CallError(*FAILURES[answer.failure])
    if not answer.is_fine:
        raise CallError(11200, "bad-status", f"The app answered {answer.status}.")
    text = answer.body.decode(errors="replace")
    if answer.status == NO_CONTENT:
        return "<Response/>"
    return _of_content_type(answer.header("Content-Type").partition(";")[0].strip().lower(), text, address)


def _of_content_type(content_type: str, text: str, address: Address) -> str:
    if content_type in ("text/xml", "application/xml", "text/html", ""):
        return text
    if content_type == "text/plain":
        return f"<Response><Say>{escape(text, quote=False)}</Say><Hangup/></Response>"
    if content_type.startswith("audio/"):
        return f"<Response><Play>{escape(address.url, quote=False)}</Play><Hangup/></Response>"
    raise CallError(12300, "invalid-content-type", f"{content_type} is no content type a call understands.")
