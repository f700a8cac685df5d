"""The form that says by which rule a campaign calls, and whether on own phones alone, and through the switchboard."""

from collections.abc import Mapping
from typing import Annotated

from app.campaigns.editions.content import Content
from app.campaigns.editions.fields import Path
from app.serving.forms import Form, Text, Ticked
from models import WhomToCall

FIELDS: Mapping[str, Path] = {name: ("whom", name) for name in ("rule", "own_phones", "switchboard")}
NO_RULE = "Choose whom this campaign calls."


class RuleForm(Form):
    """A rule."""

    rule: Annotated[WhomToCall, Text(limit=40, otherwise=NO_RULE)]
    own_phones: Ticked
    switchboard: Ticked

    def values(self) -> Mapping[Path, object]:
        """Where it stands in an edition."""
        return {path: getattr(self, name) for name, path in FIELDS.items()}


def before_anybody_types(content: Content) -> Mapping[str, str]:
    """The fields as they are prepared."""
    ticked = {True: "1", False: ""}
    whom = content.whom
    return {
        "rule": whom.rule,
        "own_phones": ticked[whom.own_phones],
        "switchboard": ticked[whom.switchboard],
    }
