"""Gather: asks a question and waits for keys or speech."""

import asyncio
from contextlib import nullcontext
from dataclasses import dataclass

from app.telephony.local_network.addresses import Turn
from app.telephony.local_network.legs import Heard
from app.telephony.local_network.phones.mishearing import USUAL_LANGUAGE
from app.telephony.local_network.stage import Stage
from app.telephony.local_network.twiml.reading import Verb
from app.telephony.local_network.verbs.speaking import utter, whole_length, words_of

LONGEST_SPEECH = 60.0
USUAL_TIMEOUT = 5.0
ASKS_NOTHING = 1.0  # who waits no longer only lets a key cut short what is said


@dataclass(frozen=True)
class Question:
    """What a Gather listens for; seconds of silence that end it; `most_keys` 0 is any number."""

    listens: str
    timeout: float
    most_keys: int
    finish: str
    language: str

    @property
    def asks(self) -> bool:
        """Whether an answer is waited for, or a key may only cut short what is said."""
        return self.timeout > ASKS_NOTHING

    def is_answered_by(self, typed: str) -> bool:
        """Whether no more keys are awaited."""
        return bool(self.most_keys) and len(typed) >= self.most_keys


async def gather(stage: Stage, verb: Verb) -> Turn | None:
    """Speak the prompt, listen, and go to `action`; without an answer go on with the next verb."""
    question = Question(
        listens=verb.word("input", "dtmf") if stage.exchange.ways.heeds("speech") else "dtmf",
        timeout=verb.figure("timeout", USUAL_TIMEOUT),
        most_keys=int(verb.figure("numDigits", 0)),
        finish=verb.word("finishOnKey", "#"),
        language=verb.word("language", USUAL_LANGUAGE),
    )
    answer = await _ask(stage, verb, question)
    if answer or verb.flag("actionOnEmptyResult"):
        silence = {"Digits": ""} if stage.exchange.ways.tells_silence else {}
        return stage.turn(verb, answer or silence)
    return None


async def _ask(stage: Stage, verb: Verb, question: Question) -> dict[str, str]:
    leg = stage.leg
    seconds = sum([await whole_length(stage, child) for child in verb.children])
    leg.heard, leg.listening = asyncio.Queue(), question.listens
    prompt = stage.exchange.tasks.start(_prompt(stage, verb))
    words = " ".join(words_of(stage, child) for child in verb.children)
    if question.asks:
        stage.exchange.hands.is_asked(leg, seconds, words)
    else:
        stage.exchange.hands.is_told(leg, words)
    try:
        first = await _first(stage, prompt, question)
        return await _collect(stage, first, question)
    finally:
        prompt.cancel()
        leg.listening = ""


async def _prompt(stage: Stage, verb: Verb) -> None:
    for child in verb.children:
        await utter(stage, child)


async def _first(stage: Stage, prompt: asyncio.Task[None], question: Question) -> Heard | None:
    """Wait out the prompt, which the first key or word stops, and then the silence."""
    hearing = asyncio.ensure_future(stage.leg.heard.get())
    try:
        await asyncio.wait({prompt, hearing}, return_when=asyncio.FIRST_COMPLETED)
        with stage.exchange.hands.waited_for(stage.leg) if question.asks else nullcontext():
            await asyncio.wait({hearing}, timeout=question.timeout)
        return hearing.result() if hearing.done() else None
    finally:
        prompt.cancel()
        hearing.cancel()


async def _collect(stage: Stage, heard: Heard | None, question: Question) -> dict[str, str]:
    typed = ""
    while heard and not heard.speech:
        if question.finish and heard.key in question.finish:
            return {"Digits": typed, "FinishedOnKey": heard.key} if typed else {}
        typed += heard.key
        if question.is_answered_by(typed):
            break
        heard = await _next(stage, question.timeout)
    if heard and heard.speech:
        await asyncio.sleep(min(heard.seconds, LONGEST_SPEECH))
        written = stage.exchange.faults.recognizer.hears(heard.speech, question.language)
        return {"SpeechResult": written, "Confidence": "0.9"} if written else {}
    return {"Digits": typed} if typed else {}


async def _next(stage: Stage, timeout: float) -> Heard | None:  # noqa: ASYNC109  # silence is an answer here
    try:
        with stage.exchange.hands.waited_for(stage.leg):
            return await asyncio.wait_for(stage.leg.heard.get(), timeout)
    except TimeoutError:
        return None
