"""What a step may know: all that is needed to speak, and nothing that needs a look-up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from voice_flows.own_prompt import OwnPrompt


@dataclass(frozen=True)
class Known:
    """One call, as far as a caller hears it, at the office that it has come to.

    `script` is what to say to the office in English, `script_own` the same in the caller's language, told beside it.
    `script` is empty where the office understands that language, `script_own` where nothing was translated. `points`
    are in the caller's language if they are `points_own`, else in English.
    `nth` of `total` office holders is being called; `next_representative` is who comes after them, `other_line` says
    that they have another line. `passed_over` names whoever cannot be rung, with the reason. `line` is how the
    office's line ended, once it has been rung. `ahead` counts those before the caller in the office's line; `opens`
    and `booked` are times in words. On the hotline, `found` is what came of the place that was said: `place` is what
    it was taken to mean and `choices` are the names to choose from. `can_book` says whether we know a number to ring.
    `prompts` are the campaign's own, by key, in the call's language; `offers` are those that offer a language, by it.
    """

    group: str
    subject: str
    campaign_number: str
    town: str = ""
    representative: str = ""
    script: str = ""
    script_own: str = ""
    points: tuple[str, ...] = ()
    points_own: bool = False
    office_number: str = ""
    office_extension: str = ""
    ring_limit: int = 30
    talk_limit: int = 900
    language: str = "en"
    line: str = ""
    nth: int = 1
    total: int = 1
    is_theirs: bool = True
    thanks: bool = False
    other_line: bool = False
    next_representative: str = ""
    passed_over: str = ""
    passed_over_why: str = ""
    ahead: int = 0
    opens: str = ""
    booked: str = ""
    can_book: bool = True
    found: str = ""
    place: str = ""
    choices: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    prompts: Mapping[str, OwnPrompt] = field(default_factory=dict)
    offers: Mapping[str, OwnPrompt] = field(default_factory=dict)
