"""The form that says by which rule a campaign calls."""

from typing import Annotated

from app.campaigns.editions.fields import Path
from app.serving.forms import Form, Text
from models import WhomToCall

RULE: Path = ("whom", "rule")
NO_RULE = "Choose whom this campaign calls."


class RuleForm(Form):
    """A rule."""

    rule: Annotated[WhomToCall, Text(limit=40, otherwise=NO_RULE)]
