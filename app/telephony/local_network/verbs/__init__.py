"""The verbs of a voice response: one function each, which returns where the call goes next, if anywhere."""

from collections.abc import Awaitable, Callable

from app.telephony.local_network.addresses import Turn
from app.telephony.local_network.stage import Stage
from app.telephony.local_network.twiml.reading import Verb
from app.telephony.local_network.verbs.asking import gather
from app.telephony.local_network.verbs.dialling import dial
from app.telephony.local_network.verbs.ending import hangup, redirect, reject
from app.telephony.local_network.verbs.speaking import pause, play, say

VERBS: dict[str, Callable[[Stage, Verb], Awaitable[Turn | None]]] = {
    "Say": say,
    "Play": play,
    "Pause": pause,
    "Gather": gather,
    "Dial": dial,
    "Redirect": redirect,
    "Hangup": hangup,
    "Reject": reject,
}


def answers_first(verb: Verb, place: int) -> bool:
    """Whether an inbound call is answered before this verb; place 0 is the document's first."""
    if verb.name == "Reject":
        return place > 0
    return verb.name != "Redirect" and not (verb.name == "Dial" and verb.flag("answerOnBridge"))
