"""Every step of the phone by its name, and what follows from the records: where one may lead, how the log tells it."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from app.calls.steps.parts import (
    afterwards,
    at_the_office,
    forgetting,
    greeting,
    hotline,
    office_calls,
    peace,
    split_town,
    telling,
)
from app.calls.steps.step import Step
from voice_flows.flow import base_of

PARTS = (greeting, peace, forgetting, hotline, split_town, office_calls, telling, at_the_office, afterwards)
STEPS: Mapping[str, Step] = MappingProxyType(
    {step.name: step for step in chain.from_iterable(part.STEPS for part in PARTS)}
)

# Where only the app can know: whether an office is open and its line free, and what a caller is known for.
MAY_BECOME: Mapping[str, tuple[str, ...]] = {name: step.becomes for name, step in STEPS.items() if step.becomes}
TOLD: Mapping[str, str] = {name: step.told for name, step in STEPS.items() if step.told}


@lru_cache(maxsize=512)
def step_named(name: str) -> Step:
    """The step of this name. One that asks a question again says the same, and does and means nothing more."""
    step = STEPS[base_of(name)]
    return step if name == step.name else Step(step.words, look=step.look, reads=step.reads)
