"""TwiML's grammar, read off the builders of Twilio's own library: element → attributes, children."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from twilio.twiml import TwiML
from twilio.twiml.voice_response import VoiceResponse

EXECUTED = frozenset({"Say", "Play", "Pause", "Gather", "Dial", "Number", "Redirect", "Hangup", "Reject"})


@dataclass
class Element:
    """What may stand on an element and inside it."""

    attributes: set[str] = field(default_factory=set)
    children: set[str] = field(default_factory=set)


@cache
def grammar() -> dict[str, Element]:
    """Every element of a voice response by name, "Response" first."""
    table: dict[str, Element] = {}
    _visit(VoiceResponse(), table)
    return table


def is_executed(name: str) -> bool:
    """Whether the network acts on the element; marks inside speech are written small."""
    return name in EXECUTED or name[0].islower()


def _visit(builder: TwiML, table: dict[str, Element]) -> None:
    seen = builder.name in table
    element = table.setdefault(builder.name, Element())
    element.attributes.update(builder.attrs)
    if seen:
        return
    for child in _children(builder):
        element.children.add(child.name)
        _visit(child, table)


def _children(builder: TwiML) -> Iterator[TwiML]:
    """Call every method that nests an element, with a word for each of its arguments."""
    for name, method in inspect.getmembers(type(builder), inspect.isfunction):
        if name.startswith("_") or hasattr(TwiML, name):
            continue
        arguments = list(inspect.signature(method).parameters.values())[1:]
        words = {argument.name: "x" for argument in arguments if argument.kind is argument.POSITIONAL_OR_KEYWORD}
        yield method(builder, **words)
