"""Describes the API to programs, as OpenAPI 3.1, from the very types that check what they send."""

from copy import deepcopy
from typing import Any

from spectree import Response as Answers
from spectree import SpecTree

from app.api import api
from app.api.reading import Problem, refuse_other_fields
from app.serving.problems import PROBLEM, PROBLEMS

JSON = "application/json"

described = SpecTree(
    "flask",
    title="Ringdown",
    version="1",
    description="Who represents a place in the Massachusetts General Court, and how their office is reached.",
    mode="strict",  # nothing but what is decorated
    page_templates={},  # pages that would load scripts from elsewhere
    before=refuse_other_fields,
    validation_error_model=Problem,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
)


def answers(model: type) -> Answers:
    """What a route answers: the model, or a problem."""
    problems = {f"HTTP_{code}": (Problem, PROBLEMS[code]) for code in (400, 413, 415, 422, 503)}
    return Answers(HTTP_200=model, **problems)


@api.get("/openapi.json")
def openapi() -> dict[str, Any]:
    """The description itself."""
    description: dict[str, Any] = deepcopy(described.spec)
    for path in description["paths"].values():
        for operation in path.values():
            _name_problems(operation["responses"])
    return description


def _name_problems(responses: dict[str, Any]) -> None:
    """Problems have a media type of their own, which the library does not know."""
    for status, response in responses.items():
        if status >= "400" and JSON in response["content"]:
            response["content"][PROBLEM] = response["content"].pop(JSON)
