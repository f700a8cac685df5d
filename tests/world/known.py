"""What a step knows of a call in the small world."""

from dataclasses import replace
from typing import Any

from voice_flows.known import Known

SCRIPT = "Hello, my name is [name], and I live in [City/Town].\n\nI am calling to ask [Representative] for help."

KNOWN = Known(
    group="Neighbors Together",
    subject="the Safe Communities Act",
    campaign_number="+16175550100",
    town="Holyoke",
    representative="Representative Pat Duffy",
    script=SCRIPT,
    office_number="+16175550190",
    office_extension="",
    ring_limit=30,
    talk_limit=900,
)


def known(**what: Any) -> Known:
    """The same call with something else about it."""
    return replace(KNOWN, **what)
