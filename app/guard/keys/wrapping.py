"""Which of the settings' keys wraps each key of the folder, those of days and those of legal holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.guard.keys.folder import KeyFile, KeyOf, KeysFolder
from app.guard.keys.holds import HoldKeys


@dataclass(frozen=True)
class WrappedBy:
    """How many are unwrapped by an older key alone, and how many by none."""

    older: int
    none: int


def wrap_anew(folder: KeysFolder) -> None:
    """By the first, whatever an older one wraps: nobody may read a kind of them for weeks."""
    for key in _every_key(folder):
        folder.unwrapped(key)


def wrapped_by(folder: KeysFolder) -> WrappedBy:
    """Looks, and changes nothing."""
    nths = [folder.wrapped_by(key) for key in _every_key(folder)]
    return WrappedBy(sum(1 for nth in nths if nth), nths.count(None))


def _every_key(folder: KeysFolder) -> Iterator[KeyFile]:
    for of in KeyOf:
        yield from (folder.file_of(of, name) for name in folder.names(of))
    holds = HoldKeys(folder)
    yield from (holds.file_of(name) for name in holds.names())
