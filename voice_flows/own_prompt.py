"""What a campaign says in place of the built-in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnPrompt:
    """A text with blanks; where there is a `url`, the sound there is played instead, which says that text."""

    text: str
    url: str = ""
