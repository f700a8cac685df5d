"""Names and numbers as a page writes them: an office holder's with their title, a place's, a party's, a telephone's."""

from app.guard.phone_numbers import national
from app.language.sentences import Sentence, sentence
from app.representatives import said_place, towns_of
from app.serving.page_languages import page_language, translated
from app.web import web
from voice_flows.names import Label, OwnTitle, Title, Titled

TITLES = {
    Title.REPRESENTATIVE: sentence("Representative %(name)s"),
    Title.SENATOR: sentence("Senator %(name)s"),
}
NO_NAMES = frozenset({"jr", "sr", "ii", "iii", "iv"})
PARTIES = {
    "Democratic": sentence("Democratic"),
    "Republican": sentence("Republican"),
    "Independent": sentence("Independent"),
}


def titled(whom: Titled) -> Sentence | str:
    """A name with its title; a language may leave that out where it would tell man from woman."""
    if isinstance(whom.title, OwnTitle):
        return whom.said({}, page_language().code)
    return TITLES[whom.title].filled(name=whom.name) if whom.title else whom.name


@web.app_template_filter()
def holder(whom: Titled) -> str:
    """An office holder in the page's language."""
    return translated(titled(whom))


@web.app_template_filter()
def place(label: Label) -> str:
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


@web.app_template_filter()
def initials(name: str | None) -> str:
    """What stands in the picture of somebody: "MC" for "Mike Connolly"; nothing for an empty seat."""
    words = [word for word in (name or "").replace(",", " ").split() if word.lower().strip(".") not in NO_NAMES]
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:])))


@web.app_template_filter()
def district_towns(geoid: str) -> tuple[str, ...]:
    """The towns of a district; none where it is nobody's."""
    return towns_of(geoid)
