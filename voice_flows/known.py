"""What a step may know: all that is needed to speak, and nothing that needs a look-up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from voice_flows.own_prompt import OwnPrompt


@dataclass(frozen=True)
class Known:
    """One call, as far as a caller hears it, at the office that it has come to.

    `nth` of `total` office holders is being called; `next_representative` is who comes after them, `other_line` says
    that they have another line. `passed_over` names whoever cannot be rung, with the reason of the first. `line` is how
    the office's line ended, once it has been rung. `prompts` are the campaign's own, by key, in the call's language.
    """

    group: str
    subject: str
    campaign_number: str
    town: str
    representative: str
    script: str
    office_number: str
    office_extension: str
    ring_limit: int
    talk_limit: int
    language: str = "en"
    line: str = ""
    nth: int = 1
    total: int = 1
    thanks: bool = False
    other_line: bool = False
    next_representative: str = ""
    passed_over: str = ""
    passed_over_why: str = ""
    prompts: Mapping[str, OwnPrompt] = field(default_factory=dict)
