"""A file that is far too large for us to read: the page on which it was chosen says so."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from app.organizers.blueprint import organizers
from app.organizers.campaigns.look.page import LOOK_PAGE
from app.organizers.notices import Page
from app.organizers.offices.importing.told import IMPORT
from app.organizers.prompts.page import PROMPT_PAGE
from app.serving.error_pages import WORDS, error_page

CHOSEN_ON: Mapping[str, Page] = {
    "organizers.record_prompt": PROMPT_PAGE,
    "organizers.upload_offices": IMPORT,
    "organizers.change_picture": LOOK_PAGE,
}


@organizers.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> Response:
    page = CHOSEN_ON.get(request.endpoint or "")
    if page is None:
        return error_page(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, *WORDS[HTTPStatus.REQUEST_ENTITY_TOO_LARGE])
    about = {name: value for name, value in (request.view_args or {}).items() if name != "which"}
    return page.tells("too-large", **about)
