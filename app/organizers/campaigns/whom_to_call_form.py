"""The form that says whom a campaign calls: what was typed, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.campaigns.whom_to_call import LONGEST_SCRIPT, WhomChoice
from app.language.text import clean_text
from app.representatives import Directory
from app.representatives.holders_named import holders_named, written
from models import WhomToCall

LONGEST_LIST = 20_000  # characters; the whole General Court is about 6,000
NO_RULE = "Choose whom this campaign calls."
NOBODY_LISTED = "Name at least one office holder, one a line, in the order in which they are called."


@dataclass(frozen=True)
class Typed:
    """The fields of the form."""

    rule: str
    listed: str
    excluded: str
    thanks_script: str

    @classmethod
    def of(cls, choice: WhomChoice, directory: Directory) -> "Typed":
        """The form as it is before anybody types."""
        return cls(
            choice.rule, _lines(choice.listed, directory), _lines(choice.excluded, directory), choice.thanks_script
        )

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> "Typed":
        """Read the fields."""
        return cls(
            rule=form.get("rule", ""),
            listed=clean_text(form.get("listed", ""), limit=LONGEST_LIST, lines=True),
            excluded=clean_text(form.get("excluded", ""), limit=LONGEST_LIST, lines=True),
            thanks_script=clean_text(form.get("thanks_script", ""), limit=LONGEST_SCRIPT, lines=True),
        )


@dataclass(frozen=True)
class Checked:
    """What was meant, or sentences by field."""

    choice: WhomChoice | None = None
    errors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def check(typed: Typed, directory: Directory) -> Checked:
    """Check everything; every problem is told at once."""
    rule = next((it for it in WhomToCall if it == typed.rule), None)
    listed, excluded = holders_named(typed.listed, directory), holders_named(typed.excluded, directory)
    listed_problems = listed.problems
    if rule is WhomToCall.LISTED and not listed.holder_ids and not listed_problems:
        listed_problems = (NOBODY_LISTED,)
    problems = {"rule": () if rule else (NO_RULE,), "listed": listed_problems, "excluded": excluded.problems}
    errors = {name: sentences for name, sentences in problems.items() if sentences}
    if errors or rule is None:
        return Checked(errors=errors)
    return Checked(WhomChoice(rule, listed.holder_ids, tuple(sorted(excluded.holder_ids)), typed.thanks_script))


def _lines(holder_ids: Iterable[int], directory: Directory) -> str:
    """Those who still sit, a line each."""
    sitting = directory.seats_by_holder()
    return "\n".join(dict.fromkeys(written(sitting[each]) for each in holder_ids if each in sitting))
