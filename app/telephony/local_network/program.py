"""Runs documents on a leg, verb after verb and turn after turn, until somebody hangs up."""

import asyncio
from typing import Protocol

from app.telephony.local_network.addresses import Turn
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.phones.sounds import seconds_to_say
from app.telephony.local_network.stage import Around, HungUp, Stage
from app.telephony.local_network.twiml.reading import CallError, Document
from app.telephony.local_network.verbs import VERBS, answers_first
from app.telephony.local_network.webhooks.documents import Documents

APOLOGY = "We are sorry, an application error has occurred. Goodbye."
MOST_TURNS_AT_ONCE = 10
AT_ONCE_SECONDS = 0.1


class Exchange(Around, Protocol):
    """The network as a program knows it: it has the documents, and hears of what ends a call."""

    documents: Documents

    def fail(self, leg: Leg, error: CallError) -> None:
        """Write down what ends the call."""


class Program:
    """What the app says on one leg."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def run(self, leg: Leg, turn: Turn) -> None:
        """Run a whole call; afterwards the leg is over."""
        try:
            await self.perform(leg, turn)
        except CallError as error:
            await self._apologise(leg, error)
        leg.end("completed")

    async def perform(self, leg: Leg, turn: Turn | None) -> None:
        """Perform documents until one leads nowhere.

        Raises:
            CallError: a document could not be had or performed.
        """
        turns, since = 0, leg.clock.seconds()
        while turn:
            turns = turns + 1 if leg.clock.seconds() - since < AT_ONCE_SECONDS else 1
            since = leg.clock.seconds()
            # Documents that only redirect to each other would never end.
            if turns > MOST_TURNS_AT_ONCE + 1:
                raise CallError(11215, "too-many-redirects", "More than 10 documents redirected in a row.")
            turn = await self._document(leg, turn)

    async def _document(self, leg: Leg, turn: Turn) -> Turn | None:
        document = await self._exchange.documents.fetch(leg, turn)
        self._warn(leg, document)
        stage = Stage(leg, self._exchange, turn.address.url if turn.address else "", self.perform)
        try:
            return await self._verbs(stage, document)
        except HungUp:
            leg.end("completed")
            return None

    async def _verbs(self, stage: Stage, document: Document) -> Turn | None:
        for place, verb in enumerate(document.verbs):
            if verb.name in stage.exchange.ways.unknown_verbs:
                raise CallError(12100, "element-not-executed", f"This carrier knows no <{verb.name}>.")
            if answers_first(verb, place):
                stage.leg.answer()
            turn = await VERBS[verb.name](stage, verb)
            if turn or stage.leg.is_over:
                return turn
        return None

    def _warn(self, leg: Leg, document: Document) -> None:
        for text in document.warnings:
            self._exchange.warn(leg, "unknown-attribute", 12200, text)
        for verb in document.verbs[:-1]:
            if verb.name in ("Redirect", "Hangup", "Reject") or (verb.name == "Dial" and verb.word("action")):
                text = f"What follows <{verb.name}> is never reached."
                self._exchange.warn(leg, "unreachable-verb", 12200, text)

    async def _apologise(self, leg: Leg, error: CallError) -> None:
        self._exchange.fail(leg, error)
        leg.answer()
        if leg.is_answered:
            self._exchange.captions.program(leg, APOLOGY)
            await asyncio.sleep(seconds_to_say(APOLOGY))
