"""Reads TwiML as a carrier would."""

from xml.etree import ElementTree as ET

VERBS = {"Response", "Say", "Play", "break", "lang", "prosody", "sub", "Gather", "Redirect", "Dial", "Number", "Hangup"}


def elements(twiml: str) -> list[ET.Element]:
    """Every element of a document, which must be well-formed."""
    return list(ET.fromstring(twiml.encode()).iter())  # noqa: S314 - our own answer, not a stranger's


def names(twiml: str) -> list[str]:
    """The names of its elements, in order."""
    return [element.tag for element in elements(twiml)]


def words(twiml: str) -> str:
    """Everything it says, in one text."""
    return " ".join("".join(element.itertext()) for element in elements(twiml) if element.tag == "Say")


def the(name: str, twiml: str) -> ET.Element:
    """The one element of this name."""
    (found,) = [element for element in elements(twiml) if element.tag == name]
    return found
