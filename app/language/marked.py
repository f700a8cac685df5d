"""Texts that organizers write in Markdown: as pages show them, and as a voice reads them.

No headings, pictures or HTML: a text is paragraphs, lists, emphasis and links, and whatever else stays as it is typed.
"""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from app.language.addresses import leads_to

GAP = re.compile(r"\[[^\[\]<>]+\]")
SHOWN = {"a", "blockquote", "br", "em", "li", "mark", "ol", "p", "strong", "ul"}
_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(
    ["list", "blockquote", "emphasis", "link", "autolink", "escape", "newline"]
)


@lru_cache(maxsize=512)
def as_page(text: str) -> Markup:
    """The paragraphs of a text as HTML, of which nothing is left but what we allow."""
    return _clean(_MARKDOWN.render(text))


@lru_cache(maxsize=2048)
def as_line(text: str) -> Markup:
    """The same of a single line, without a paragraph of its own."""
    return _clean(_MARKDOWN.renderInline(text))


def as_draft(text: str) -> Markup:
    """The paragraphs, with whatever stands in brackets marked: it must still be written."""
    return _clean(GAP.sub(r"<mark>\g<0></mark>", _MARKDOWN.render(text)))


@lru_cache(maxsize=2048)
def as_read(text: str) -> str:
    """A line as a voice reads it: the words alone; of a link what it is called."""
    return "".join(_words(token) for token in _MARKDOWN.parseInline(text)).strip()


def _clean(html: str) -> Markup:
    cleaned = nh3.clean(html, tags=SHOWN, attributes={"a": {"href"}}, link_rel="noopener", attribute_filter=_where)
    return Markup(cleaned)  # nosec B704 - nh3 leaves nothing but what is SHOWN


def _where(_tag: str, name: str, value: str) -> str | None:
    """Of a link, where it leads, if it may."""
    return leads_to(value) or None if name == "href" else value


def _words(token: Token) -> str:
    if token.children:
        return "".join(_words(child) for child in token.children)
    return " " if token.type in ("softbreak", "hardbreak") else token.content
