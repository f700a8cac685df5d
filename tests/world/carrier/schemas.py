"""The vendor's own schemas of its resources, where they lie beside this repository, and whether an answer fits them."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

SCHEMAS = Path(__file__).parents[4] / "shared" / "reference" / "twilio-openapi"
TYPES = {"string": str, "object": dict, "array": list, "boolean": bool, "integer": int, "number": (int, float)}
FORMATS = {"date-time-rfc-2822": parsedate_to_datetime, "date-time": datetime.fromisoformat}


class Description:
    """One of the vendor's files: what each of its paths answers."""

    def __init__(self, name: str) -> None:
        self._file = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))

    def faults(self, method: str, path: str, status: int, answer: object) -> list[str]:
        """What in this answer is not as described: fields too many, too few, or of another kind."""
        responses = self._file["paths"][path][method]["responses"]
        schema = responses[str(status)]["content"]["application/json"]["schema"]
        return list(self._compare(answer, schema, ""))

    def _compare(self, value: object, schema: dict, place: str) -> Iterator[str]:
        if "$ref" in schema:
            schema = self._file["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        if value is None and schema.get("nullable"):
            return
        if not isinstance(value, TYPES[schema["type"]]):
            yield f"{place} is {value!r}"
        elif isinstance(value, dict) and "properties" in schema:
            yield from self._compare_fields(value, schema["properties"], place)
        elif isinstance(value, list):
            for one in value:
                yield from self._compare(one, schema["items"], f"{place}[]")
        elif isinstance(value, str) and not _fits(value, schema):
            yield f"{place} is {value!r}"

    def _compare_fields(self, value: dict, described: dict, place: str) -> Iterator[str]:
        for name in sorted(value.keys() ^ described.keys()):
            yield f"{place}.{name} is {'missing' if name in described else 'not described'}"
        for name in value.keys() & described.keys():
            yield from self._compare(value[name], described[name], f"{place}.{name}")


def _fits(text: str, schema: dict) -> bool:
    try:
        FORMATS.get(schema.get("format", ""), str)(text)
    except ValueError:
        return False
    return re.search(schema.get("pattern", ""), text) is not None and text in schema.get("enum", [text])
