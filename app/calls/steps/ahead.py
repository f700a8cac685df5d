"""Whether something may be done at the next step: known beforehand, so that the call is read once, under a lock."""

from collections.abc import Iterator
from functools import lru_cache

from app.calls.steps.table import step_named
from voice_flows.click_to_call import FLOW
from voice_flows.describe import SITUATIONS
from voice_flows.flow import question_of


@lru_cache(maxsize=1024)
def may_act(step: str, keys: str) -> bool:
    """Whether the answer `keys` at this step may lead to one that acts; empty: any answer by voice, and silence.

    A guess that is wrong costs a statement, and nothing else: a turn that finds it must act begins again.
    """
    return any(step_named(following).acts for following in _following(step, keys))


def _following(step: str, keys: str) -> Iterator[str]:
    for known in SITUATIONS:
        said = FLOW.speak(step, known)
        question = question_of(said)
        answers = (keys,) if keys or question is None else ("", *question.keys)
        yield from (FLOW.following(step, said, 0, answer) for answer in answers)
