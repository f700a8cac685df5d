"""Reads what programs send: JSON or nothing, and what is wrong with it is said field by field."""

from flask import Response, abort, request
from pydantic import BaseModel, Field, ValidationError

from app.api import api
from app.serving.problems import PROBLEMS, problem


class FieldProblem(BaseModel):
    """One field that is not as described."""

    pointer: str = Field(description="Where in the body, as a JSON pointer", examples=["#/place"])
    detail: str


class Problem(BaseModel):
    """What went wrong, as RFC 9457 describes it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []


@api.before_request
def refuse_what_is_no_json() -> Response | None:
    """A page of another site cannot send this type without being asked first, and so cannot send anything."""
    if request.method != "POST":
        return None
    if not request.is_json:
        return problem(415, PROBLEMS[415])
    try:
        is_object = isinstance(request.get_json(), dict)
    except RecursionError:
        return problem(400, PROBLEMS[400])
    return None if is_object else problem(422, PROBLEMS[422], errors=[_error("", "This should be an object.")])


def refuse_other_fields(_request: object, _answer: object, error: Exception | None, *_: object) -> None:
    """Say which fields are wrong and how; what stands in them is not repeated."""
    if isinstance(error, ValidationError):
        found = error.errors(include_url=False, include_input=False, include_context=False)
        abort(problem(422, PROBLEMS[422], errors=[_error(_pointer(one["loc"]), f"{one['msg']}.") for one in found]))


def _error(pointer: str, detail: str) -> dict[str, str]:
    return FieldProblem(pointer=f"#{pointer}", detail=detail).model_dump()


def _pointer(path: tuple[int | str, ...]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
