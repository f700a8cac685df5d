"""Verbs that end a document: Redirect, Hangup, Reject."""

from typing import NoReturn

from app.telephony.local_network.addresses import Address, Turn
from app.telephony.local_network.stage import HungUp, Stage, method_of
from app.telephony.local_network.twiml.reading import CallError, Verb


async def redirect(stage: Stage, verb: Verb) -> Turn:
    """Go on with the document at another URL."""
    return Turn(Address(stage.resolve(verb.text), method_of(verb)))


async def hangup(stage: Stage, verb: Verb) -> NoReturn:  # noqa: ARG001  # every verb takes both
    """End the call."""
    raise HungUp


async def reject(stage: Stage, verb: Verb) -> None:
    """Turn an inbound call away unanswered: "busy", or as if nobody answered.

    Raises:
        CallError: the call is answered, or was made by the app.
    """
    if stage.leg.direction != "inbound" or stage.leg.is_answered:
        raise CallError(12100, "reject-too-late", "<Reject> is for an inbound call, as the first verb.")
    stage.leg.end("busy" if verb.word("reason") == "busy" else "no-answer")
