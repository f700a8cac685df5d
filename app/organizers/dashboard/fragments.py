"""The parts of a page that change by themselves: it asks for them every other second, and holds no connection."""

from flask import make_response, request
from werkzeug.wrappers import Response as AnyResponse


def as_it_was(page: str) -> AnyResponse:
    """The fragment, or that nothing is new: its times tick in the browser."""
    answer = make_response(page)
    answer.add_etag()
    return answer.make_conditional(request)
