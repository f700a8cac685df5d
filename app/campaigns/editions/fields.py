"""The fields of an edition, each by its path in the document: what two people can change without meeting."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic_core import to_jsonable_python

from app.campaigns.editions.content import Content, as_document, read_content

Path = tuple[str, ...]

# What a translation was made from is typed by nobody: it goes with the text.
MADE_FROM = "made_from"
# The words of a prompt and their recording are one field, and so is all that was counted at one time.
_WHOLE = {"prompts": 3, "results": 1}
_DEEPEST = 4


def fields_of(content: Content) -> dict[Path, object]:
    """Every field with its value; a list is one field."""
    return dict(_below((), as_document(content)))


def with_fields(content: Content, values: Mapping[Path, object]) -> Content:
    """The same with other values of these fields. None takes a field out, so that it has its default."""
    document = as_document(content)
    for path, value in values.items():
        _put(document, path, value)
    return read_content(document)


def same(one: object, other: object) -> bool:
    """Whether two values of a field say the same: nothing is the same as not being there."""
    return _plain(one) == _plain(other)


def stamp(value: object) -> str:
    """Tells whether a field is still as somebody saw it."""
    return hashlib.sha256(_plain(value).encode()).hexdigest()[:12]


def stamps(content: Content, paths: Iterable[Path]) -> str:
    """What a form carries along of the fields that it showed."""
    fields = fields_of(content)
    return " ".join(f"{'.'.join(path)}={stamp(fields.get(path))}" for path in paths)


def read_stamps(seen: str) -> Mapping[Path, str]:
    """The same as it comes back; of what somebody made up, nothing fits."""
    pairs = (one.partition("=") for one in seen.split())
    return {tuple(path.split(".")): sign for path, _, sign in pairs}


def _below(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    if isinstance(value, dict) and len(path) < _WHOLE.get(path[0] if path else "", _DEEPEST):
        for name, inner in value.items():
            yield from _below((*path, name), inner)
    else:
        yield path, value


def _put(document: dict[str, object], path: Path, value: object) -> None:
    inner = document
    for name in path[:-1]:
        deeper = inner.setdefault(name, {})
        if not isinstance(deeper, dict):
            raise KeyError(path)
        inner = deeper
    if value is None:
        inner.pop(path[-1], None)
    else:
        inner[path[-1]] = value


def _plain(value: object) -> str:
    return json.dumps(to_jsonable_python(value or None), sort_keys=True)
