"""What a step may know: all that is needed to speak, and nothing that needs a look-up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """One call, as far as a caller hears it. `line` is how the office's line ended, once it has been rung."""

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
