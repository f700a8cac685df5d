"""Fields of forms by which somebody says which number is meant, and why or how they were asked."""

from collections.abc import Callable

from pydantic import ValidationInfo

from app.guard.phone_numbers import PhoneNumberError, parse_phone
from app.serving.forms import Wrong, known

LONGEST_REASON, SHORTEST_REASON, LONGEST_NUMBER = 300, 10, 40


def a_number(otherwise: str) -> Callable[[str, ValidationInfo], str]:
    """Reads any number that we could ring, in E.164; `fictional` ones where those are known."""

    def read(typed: str, info: ValidationInfo) -> str:
        try:
            return parse_phone(typed, fictional=known(info, "fictional", bool), territories=True)
        except PhoneNumberError:
            raise Wrong(otherwise) from None

    return read


def some_words(otherwise: str) -> Callable[[str], str]:
    """Reads why, in a few words at least."""

    def read(typed: str) -> str:
        if len(typed) < SHORTEST_REASON:
            raise Wrong(otherwise)
        return typed

    return read
