"""Names and numbers as a page writes them: an office holder's with their title, a place's, a party's, a telephone's."""

from app.guard.phone_numbers import national
from app.language.sentences import Sentence, sentence
from app.representatives import said_place
from app.serving.page_languages import translated
from app.web import web

TITLES = {
    "Representative": sentence("Representative %(name)s"),
    "Senator": sentence("Senator %(name)s"),
}
PARTIES = {
    "Democratic": sentence("Democratic"),
    "Republican": sentence("Republican"),
    "Independent": sentence("Independent"),
}


def titled(name: str) -> Sentence | str:
    """A name that begins with an English title; a language may leave that out where it would tell man from woman."""
    title, _, rest = name.partition(" ")
    return TITLES[title].filled(name=rest) if rest and title in TITLES else name


@web.app_template_filter()
def holder(name: str) -> str:
    """An office holder in the page's language."""
    return translated(titled(name))


@web.app_template_filter()
def place(label: str) -> str:
    """A place in the page's language: only a ZIP code is called otherwise."""
    return translated(said_place(label))


@web.app_template_filter()
def telephone(e164: str) -> str:
    """A telephone number as people here write it."""
    return national(e164)


@web.app_template_filter()
def party(name: str) -> str:
    """A party in the page's language, where it is one that we know."""
    return translated(PARTIES.get(name, name))
