"""What the carrier itself says on a call: a trial account's notice, and the question that verifies a number."""

from html import escape

from app.telephony.local_network.stage import Stage
from app.telephony.local_network.twiml.reading import parse
from app.telephony.local_network.verbs.asking import gather

NOTICE = (
    "You have a trial account. You can remove this message at any time by upgrading to a full account. "
    "Press any key to execute your code."
)
WANTS_CODE = "Please enter the six digits of your verification code."
DIGITS_OF_A_CODE = 6


async def is_noticed(stage: Stage) -> bool:
    """Say the notice and swallow one key; without a key the call does not go on."""
    return bool(await _keys_after(NOTICE, 1, stage))


async def is_entered(code: str, stage: Stage) -> bool:
    """Ask for the code; whether it is the right one that is keyed in."""
    return await _keys_after(WANTS_CODE, DIGITS_OF_A_CODE, stage) == code


async def _keys_after(text: str, most: int, stage: Stage) -> str:
    question = f'<Gather numDigits="{most}" timeout="10"><Say>{escape(text)}</Say></Gather>'
    turn = await gather(stage, parse(f"<Response>{question}</Response>").verbs[0])
    return turn.parameters.get("Digits", "") if turn else ""
