"""XML elements in the carrier's words, and text that XML can carry."""

import re
from html import escape

# XML cannot carry these; one of them would end the call with an error.
NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def element(name: str, inner: str = "", **attributes: object) -> str:
    """An element around what is escaped already."""
    told = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told} />"


def clean(text: str) -> str:
    """The text without what XML cannot carry."""
    return NOT_XML.sub("", text)


def written(text: str) -> str:
    """A text as an element holds it."""
    return escape(clean(text), quote=False)
