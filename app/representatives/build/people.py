"""Compiles the sitting office holders and the numbers and e-mail addresses of their offices."""

import re

from app.representatives.build.sources import Row, Sources, SourcesDoNotAgreeError
from app.representatives.facts.emails import EmailError, read_email
from models import Chamber

# The first day of the General Court in session: for a member whose own first day no source gives.
GENERAL_COURT_BEGAN = "2025-01-01"

_NUMBER = re.compile(r"(\d{3})-(\d{3})-(\d{4})(?: ext\. (\d{1,8}))?")


def compile_people(sources: Sources) -> list[Row]:
    """One row a sitting member, by GEOID; source: Open States, numbers as E.164."""
    return sorted((_person(sources, row) for row in sources.legislators), key=lambda row: row["geoid"])


def _person(sources: Sources, row: Row) -> Row:
    capitol_phone, capitol_extension = _phone(row["capitol_phone"])
    district_phone, district_extension = _phone(row["district_phone"])
    return {
        "openstates_id": row["openstates_id"],
        "geoid": sources.geoid(Chamber(row["chamber"]), row["district"]),
        "name": row["name"],
        "party": row["party"],
        "capitol_phone": capitol_phone,
        "capitol_extension": capitol_extension,
        "district_phone": district_phone,
        "district_extension": district_extension,
        "email": _email(row["email"]),
        "url": row["url"],
        "valid_from": row["since"] or GENERAL_COURT_BEGAN,
    }


def _email(written: str) -> str:
    try:
        return read_email(written) if written else ""
    except EmailError:
        raise SourcesDoNotAgreeError("an e-mail address is not written as one") from None


def _phone(written: str) -> tuple[str, str]:
    if not written:
        return "", ""
    number = _NUMBER.fullmatch(written)
    if number is None:
        raise SourcesDoNotAgreeError("a number is not written as 617-722-2000 or 617-722-2000 ext. 13")
    area, exchange, line, extension = number.groups(default="")
    return f"+1{area}{exchange}{line}", extension
