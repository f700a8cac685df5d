"""The form that says whom a campaign calls."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.campaigns.whom_to_call import LONGEST_SCRIPT, WhomChoice
from app.representatives import Directory
from app.representatives.holders_named import holders_named, written
from app.serving.forms import Form, Text, Wrong, known
from models import WhomToCall

LONGEST_LIST = 20_000  # characters; the whole General Court is about 6,000
NO_RULE = "Choose whom this campaign calls."
NOBODY_LISTED = "Name at least one office holder, one a line, in the order in which they are called."


def _holders(text: str, info: ValidationInfo) -> tuple[int, ...]:
    named = holders_named(text, known(info, "directory", Directory))
    if named.problems:
        raise Wrong(*named.problems)
    return named.holder_ids


def _listed(text: str, info: ValidationInfo) -> tuple[int, ...]:
    holder_ids = _holders(text, info)
    if not holder_ids and info.data.get("rule") is WhomToCall.LISTED:
        raise Wrong(NOBODY_LISTED)
    return holder_ids


class WhomToCallForm(Form):
    """A rule, the list that it may go by, who supports it already, and what those are told."""

    rule: Annotated[WhomToCall, Text(limit=40, otherwise=NO_RULE)]
    listed: Annotated[tuple[int, ...], Text(limit=LONGEST_LIST, lines=True), PlainValidator(_listed)]
    with_us: Annotated[tuple[int, ...], Text(limit=LONGEST_LIST, lines=True), PlainValidator(_holders)]
    thanks_script: Annotated[str, Text(limit=LONGEST_SCRIPT, lines=True)]

    def choice(self) -> WhomChoice:
        """What was meant."""
        return WhomChoice(self.rule, self.listed, tuple(sorted(self.with_us)), self.thanks_script)


def before_anybody_types(choice: WhomChoice, directory: Directory) -> Mapping[str, str]:
    """The fields as they are now."""
    return {
        "rule": choice.rule,
        "listed": _lines(choice.listed, directory),
        "with_us": _lines(choice.with_us, directory),
        "thanks_script": choice.thanks_script,
    }


def _lines(holder_ids: Iterable[int], directory: Directory) -> str:
    """Those who still sit, a line each."""
    sitting = directory.seats_by_holder()
    return "\n".join(dict.fromkeys(written(sitting[each]) for each in holder_ids if each in sitting))
