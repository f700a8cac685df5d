"""Reads TwiML strictly: what Twilio would refuse is an error, what it would only report a warning."""

import xml.etree.ElementTree as ET  # nosec B405 # no entities, see below
from dataclasses import dataclass, field

from app.telephony.local_network.twiml.grammar import grammar, is_executed

LARGEST_DOCUMENT = 65_536
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class CallError(Exception):
    """Something that ends a call: Twilio's error code, our name for it, and the words for people."""

    def __init__(self, code: int, name: str, text: str) -> None:
        super().__init__(f"{code} {name}: {text}")
        self.code, self.name, self.text = code, name, text


@dataclass(frozen=True)
class Verb:
    """One element of a document; `element` still has its text and SSML."""

    name: str
    element: ET.Element
    children: tuple["Verb", ...]

    @property
    def text(self) -> str:
        """The element's own text, trimmed."""
        return (self.element.text or "").strip()

    def word(self, attribute: str, usual: str = "") -> str:
        """An attribute's text, `usual` where it is absent."""
        return self.element.get(attribute, usual)

    def figure(self, attribute: str, usual: float) -> float:
        """An attribute's number, `usual` where it is absent or no number."""
        text = self.word(attribute)
        return float(text) if text.replace(".", "", 1).isdecimal() else usual

    def flag(self, attribute: str) -> bool:
        """Whether an attribute says true."""
        return self.word(attribute).lower() == "true"


@dataclass(frozen=True)
class Document:
    """A parsed response: its verbs in order, and what looked wrong without being fatal."""

    verbs: tuple[Verb, ...]
    warnings: list[str] = field(default_factory=list)


def parse(text: str) -> Document:
    """Read a document.

    Raises:
        CallError: it is too large (11750), is no XML or has an element TwiML does not know (12100), or
            one that TwiML knows and this network does not execute ("element-not-executed").
    """
    if len(text.encode()) > LARGEST_DOCUMENT:
        raise CallError(11750, "document-too-large", "The TwiML is longer than 64 KB.")
    root = _root(text)
    warnings: list[str] = []
    return Document(tuple(_verb(child, root, warnings) for child in root), warnings)


def _root(text: str) -> ET.Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise CallError(12100, "document-malformed", "TwiML has no document type and no entities.")
    try:
        root = ET.fromstring(text.strip())  # nosec B314 # no entities, see above
    except ET.ParseError as error:
        raise CallError(12100, "document-malformed", f"The TwiML is not well-formed XML: {error}.") from error
    if root.tag != "Response":
        raise CallError(12100, "unknown-element", f"A document begins with <Response>, not <{root.tag}>.")
    return root


def _verb(element: ET.Element, parent: ET.Element, warnings: list[str]) -> Verb:
    name, known = element.tag, grammar()
    if name not in known or name not in known[parent.tag].children:
        raise CallError(12100, "unknown-element", f"<{name}> is not known inside <{parent.tag}>.")
    if not is_executed(name):
        text = f"<{name}> is TwiML, but this network does not execute it."
        raise CallError(12100, "element-not-executed", text)
    attributes = {"xml:lang" if key == XML_LANG else key for key in element.attrib}
    warnings += [f"<{name}> has no attribute {key}." for key in sorted(attributes - known[name].attributes)]
    return Verb(name, element, tuple(_verb(child, element, warnings) for child in element))
