"""What is sent of one office: on which line, what came of it, and more if they like."""

from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.calls.own_phone.shown import Shown
from app.language.sentences import sentence
from app.serving.forms import Form, Text, Wrong, known
from app.web.feedback import CHOOSE_ONE, LONGEST_NOTE, stance_of
from app.web.how_it_went import MORE_OF_OWN_PHONE
from models import ReportedOutcome, Stance

NOT_SHOWN = sentence("That office was not on your page, so nothing was kept. Tell us of one that is.")


def _rank(typed: str, info: ValidationInfo) -> int:
    shown = known(info, "shown", Shown)
    for rank, office in enumerate(shown.offices):
        if office.is_open_to_all and str(rank) == typed:
            return rank
    raise Wrong(NOT_SHOWN)


def _outcome(typed: str, info: ValidationInfo) -> ReportedOutcome:
    outcome = next((one for one in MORE_OF_OWN_PHONE if one == typed), None)
    if outcome is None or (outcome is not ReportedOutcome.WROTE and not _may_be_called(info)):
        raise Wrong(CHOOSE_ONE)
    return outcome


def _may_be_called(info: ValidationInfo) -> bool:
    """Whether the office has a number; of one that was not shown something else is wrong."""
    rank = info.data.get("line")
    return rank is None or known(info, "shown", Shown).offices[rank].number is not None


class ToldForm(Form):
    """The line by its rank, what happened, where the office stands, and a note."""

    line: Annotated[int, Text(limit=8, as_typed=True), PlainValidator(_rank)]
    outcome: Annotated[ReportedOutcome, Text(limit=40), PlainValidator(_outcome)]
    stance: Annotated[Stance | None, Text(limit=40), PlainValidator(stance_of)]
    note: Annotated[str, Text(limit=LONGEST_NOTE, lines=True)]
