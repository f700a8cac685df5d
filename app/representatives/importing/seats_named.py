"""Finds the seats that an import is to be about by their names: “5th Hampden”."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.representatives.importing.districts.names import DistrictNames
from app.representatives.importing.plan import ImportRequest
from app.representatives.importing.snapshot import read_districts


def seats_named(session: Session, request: ImportRequest, names: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """The GEOIDs of these seats of the request's chambers, and the names that fit none of them, or two."""
    districts = DistrictNames(read_districts(session, request.state, request.chambers).values())
    found, unknown = [], []
    for name in names:
        fitting = [seat for chamber in request.chambers if (seat := districts.find(chamber, name))]
        if len(fitting) == 1:
            found.append(fitting[0].geoid)
        else:
            unknown.append(name)
    return tuple(sorted(found)), unknown
