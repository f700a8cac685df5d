"""The form that says by which rule a campaign calls, and whether its supporters do that on their own phones alone."""

from collections.abc import Mapping
from typing import Annotated

from app.campaigns.editions.content import Content
from app.campaigns.editions.fields import Path
from app.serving.forms import Form, Text, Ticked
from models import WhomToCall

FIELDS: Mapping[str, Path] = {"rule": ("whom", "rule"), "own_phones": ("whom", "own_phones")}
NO_RULE = "Choose whom this campaign calls."


class RuleForm(Form):
    """A rule."""

    rule: Annotated[WhomToCall, Text(limit=40, otherwise=NO_RULE)]
    own_phones: Ticked

    def values(self) -> Mapping[Path, object]:
        """Where it stands in an edition."""
        return {FIELDS["rule"]: self.rule, FIELDS["own_phones"]: self.own_phones}


def before_anybody_types(content: Content) -> Mapping[str, str]:
    """The fields as they are prepared."""
    return {"rule": content.whom.rule, "own_phones": "1" if content.whom.own_phones else ""}
