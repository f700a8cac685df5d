"""What a step knows of a call in the small world."""

from dataclasses import fields, replace
from typing import Any

from voice_flows.known import Caller, Campaign, Known, Line, Office
from voice_flows.names import Title, Titled

SCRIPT = "Hello, my name is [name], and I live in [City/Town].\n\nI am calling to ask [Representative] for help."
PAT, KIM = Titled("Pat Duffy", Title.REPRESENTATIVE), Titled("Kim Long", Title.SENATOR)

KNOWN = Known(
    Campaign("Neighbors Together", "the Safe Communities Act", "+16175550100"),
    Caller(town="Holyoke"),
    Office(representative=PAT, script=SCRIPT),
    Line("+16175550190"),
)


def known(**what: Any) -> Known:
    """The same call with something else about it, by the names of its parts' fields."""
    parts: dict[str, Any] = {part.name: getattr(KNOWN, part.name) for part in fields(KNOWN)}
    named = {name: {field.name for field in fields(part)} & set(what) for name, part in parts.items()}
    assert set().union(*named.values()) == set(what), "this is nothing that a step knows"
    return Known(**{name: replace(part, **{key: what[key] for key in named[name]}) for name, part in parts.items()})
