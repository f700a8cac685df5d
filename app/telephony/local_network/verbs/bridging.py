"""Bridging: rings the dialled phones, lets the first hear its whisper, and joins the two sides."""

import asyncio

from app.telephony.local_network.legs import Leg
from app.telephony.local_network.stage import Stage
from app.telephony.local_network.twiml.reading import CallError, Verb
from app.telephony.local_network.verbs.speaking import seconds_to_key


async def reach(stage: Stage, children: list[Leg], seconds: float) -> Leg | None:
    """Ring all at once for so long; return the first to answer, the others stop ringing."""
    ringing = {stage.exchange.tasks.start(stage.exchange.ring(child, seconds)) for child in children}
    while ringing:
        _, ringing = await asyncio.wait(ringing, return_when=asyncio.FIRST_COMPLETED)
        winner = next((child for child in children if child.is_answered), None)
        if winner:
            for other in children:
                if other is not winner:
                    other.end("canceled")
            return winner
    return None


async def whisper(stage: Stage, child: Leg, number: Verb | None) -> None:
    """Before the sides are joined: play the keys of `sendDigits`, then perform the <Number>'s own URL."""
    heeds = stage.exchange.ways.heeds
    digits = number.word("sendDigits") if number and heeds("sendDigits") else ""
    if digits:
        stage.exchange.captions.program(child, keys=digits)
        await asyncio.sleep(seconds_to_key(digits))
    if number and number.word("url") and heeds("url") and not child.is_over:
        child.story = stage.exchange.tasks.start(_perform(stage, child, number))
        await asyncio.wait({child.story})


async def _perform(stage: Stage, child: Leg, number: Verb) -> None:
    try:
        await stage.perform(child, stage.turn(number, {}, "url"))
    except CallError as error:
        stage.exchange.warn(child, error.name, error.code, error.text)
        child.end("completed")


async def join(stage: Stage, child: Leg, star_ends: bool, time_limit: float) -> None:
    """Let the two sides talk until one hangs up, star is pressed, or the time (seconds) is over."""
    leg = stage.leg
    if child.is_over or leg.is_over:
        return
    leg.answer()
    leg.other_side, child.other_side, leg.star_ends = child, leg, star_ends
    stage.exchange.hands.are_joined(leg, child)
    try:
        async with asyncio.timeout(time_limit):
            with stage.exchange.hands.waited_for(child):
                await child.over.wait()
    except TimeoutError:
        child.end("completed")
    leg.star_ends = False
