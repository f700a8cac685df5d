"""Rows of a statement become values by the names of their columns: their order means nothing."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import RowMapping

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def by_name(made: type[T], row: Mapping[str, Any] | RowMapping, **others: object) -> T:
    """A dataclass whose fields are the row's columns of the same names; `others` are fields that no column holds.

    Rows come from `session.execute(…).mappings()`, and a statement labels its columns after the fields.

    Raises:
        TypeError: a field without a default is in neither.
    """
    make: Callable[..., T] = made
    columns = {name: row[name] for name in _names(made) if name in row}
    return make(**columns, **others)


def with_changed(it: T, **changed: object) -> T:
    """The same value with some fields changed: a third of what `replace` takes, which makes it anew from all of them.

    For values of many fields whose properties do not go by those that change: what was put together of them stays.
    """
    copied = object.__new__(type(it))
    vars(copied).update(vars(it), **changed)
    return copied


@cache
def _names(made: type["DataclassInstance"]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(made))
