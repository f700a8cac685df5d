"""The form of a campaign's dates, and of what came of it in the end."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.campaigns.editions.content import Content, When
from app.campaigns.editions.fields import Path
from app.campaigns.texts import LONGEST_AFTERWARDS
from app.organizers.campaigns.state.moments import MOMENT, as_typed, later_moment, typed_moment
from app.serving.forms import Form, Text, Wrong, known

END_BEFORE_START = "It would end before it starts. Let it end later, or start earlier."
TOO_LONG = f"This is too long: {LONGEST_AFTERWARDS} characters fit."
FARTHEST = 20_000  # characters that are read at all; what is too long is shown again, not cut

STARTS, ENDS, AFTERWARDS = ("when", "starts_at"), ("when", "ends_at"), ("english", "afterwards")
FIELDS: Mapping[str, Path] = {"starts_at": STARTS, "ends_at": ENDS, "afterwards": AFTERWARDS}


def _ends(typed: str, info: ValidationInfo) -> datetime | None:
    before, starts_at = known(info, "before", When).ends_at, info.data.get("starts_at")
    ends_at = before if typed == as_typed(before) else later_moment(typed, info)  # what is past may stay
    if ends_at and starts_at and ends_at <= starts_at:
        raise Wrong(END_BEFORE_START)
    return ends_at


def _afterwards(text: str) -> str:
    if len(text) > LONGEST_AFTERWARDS:
        raise Wrong(TOO_LONG)
    return text


class WhenForm(Form):
    """From when to when it rings anybody, and what its page and its hotline say afterwards."""

    starts_at: Annotated[datetime | None, MOMENT, PlainValidator(typed_moment)]
    ends_at: Annotated[datetime | None, MOMENT, PlainValidator(_ends)]
    afterwards: Annotated[str, Text(limit=FARTHEST, lines=True, wide=True), PlainValidator(_afterwards)]

    def values(self) -> Mapping[Path, object]:
        """Where it stands in an edition."""
        return {STARTS: _kept(self.starts_at), ENDS: _kept(self.ends_at), AFTERWARDS: self.afterwards}


def before_anybody_types(content: Content) -> Mapping[str, str]:
    """The fields as they are prepared."""
    when = content.when
    return {
        "starts_at": as_typed(when.starts_at),
        "ends_at": as_typed(when.ends_at),
        "afterwards": content.english.afterwards,
    }


def _kept(moment: datetime | None) -> str | None:
    """As the document writes it, so that nothing differs where nothing does."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None
