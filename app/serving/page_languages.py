"""In which language a page speaks: chosen on the page, remembered by a cookie, else what the browser asks for."""

from collections.abc import Callable
from gettext import NullTranslations
from urllib.parse import urlencode

from flask import Flask, Response, has_request_context, request
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from app.guard.cookies import keep_cookie, read_cookie
from app.guard.routes import asked_class, only_where
from app.language.addresses import leads_to
from app.language.catalogs import catalog
from app.language.languages import BY_CODE, ENGLISH, LANGUAGES, Language, asked_for
from app.language.marked import as_draft, as_line, as_page
from app.language.sentences import Sentence, one_stop
from app.language.thousands import in_thousands

CHOICE = "language"  # the cookie, and what an address says when somebody chooses
A_YEAR = 365 * 24 * 60 * 60
KEPT = "ringdown.page_language"


def page_language() -> Language:
    """The language of this answer. Organizers' pages, and whatever no person reads, are English."""
    if not has_request_context():
        return ENGLISH
    asked = request.environ
    if KEPT not in asked:  # a page asks for it at every sentence
        asked[KEPT] = _wished_for() if is_for_supporters() else ENGLISH
    language: Language = asked[KEPT]
    return language


def _wished_for() -> Language:
    wishes = (request.args.get(CHOICE, ""), read_cookie(CHOICE))
    chosen = next((BY_CODE[wish] for wish in wishes if wish in BY_CODE), None)
    asked = asked_for(tag for tag, quality in request.accept_languages if quality)
    return asked if chosen is None or chosen.code == asked.code else chosen


def is_for_supporters() -> bool:
    """Whether this answer is read by a supporter."""
    return asked_class().in_readers_language


def is_switching() -> bool:
    """Whether a form was sent only to read its page in another language: nothing may be done then."""
    return request.args.get(CHOICE, "") in BY_CODE


def translated(said: Sentence | str) -> str:
    """A sentence in the page's language; what is a text already stays as it is."""
    return said.told(_words()) if isinstance(said, Sentence) else said


def _with_one_stop(says: Callable[..., str]) -> Callable[..., str]:
    @pass_context
    def told(context: Context, *texts: str, **blanks: object) -> str:
        return one_stop(says(context, *texts, **blanks))

    return told


def init_page_languages(app: Flask) -> None:
    """Let every page speak its reader's language."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    # Of the new style: what fills a blank is escaped as everything on a page, the sentence around it is not.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # the extension brings it
        gettext=lambda text: _words().gettext(text),
        ngettext=lambda one, many, num: _words().ngettext(one, many, num),
        newstyle=True,
    )
    for name in ("gettext", "ngettext"):
        says = app.jinja_env.globals[name]
        app.jinja_env.globals[name] = _with_one_stop(says)  # type: ignore[arg-type]  # the extension brought it
    for write in (translated, as_page, as_line, as_draft, leads_to):
        app.add_template_filter(write)
    app.add_template_filter(lambda number: in_thousands(number, page_language().code), "in_thousands")
    app.jinja_env.globals.update(
        languages=LANGUAGES,
        page_language=page_language,
        is_for_supporters=is_for_supporters,
        in_language=_in_language,
        english=_english,
    )
    app.after_request(_remember)


def _words() -> NullTranslations:
    """The catalog of the page's language."""
    return catalog(page_language().code)


def _english() -> Markup:
    """The attribute of what stays English on a page in another language, such as a campaign's own words."""
    return Markup("") if page_language() is ENGLISH else Markup(' lang="en"')


def _in_language(language: Language) -> str:
    """The address of this page in another language; of the front door where the page was the answer to a form."""
    if request.method not in {"GET", "HEAD"}:
        return f"/?{CHOICE}={language.code}"
    # Only a query: it cannot lead away from here, whatever path was asked for.
    others = [(name, value) for name, value in request.args.items(multi=True) if name != CHOICE]
    return f"?{urlencode([*others, (CHOICE, language.code)])}"


@only_where(lambda asked: asked.remembers_language)
def _remember(response: Response) -> Response:
    """Keep what was chosen."""
    if is_switching():
        keep_cookie(response, CHOICE, request.args[CHOICE], max_age=A_YEAR)
    return response
