"""An entry of the table of what is kept."""

from dataclasses import dataclass
from enum import StrEnum

from app.privacy.table.told import Told


class Form(StrEnum):
    """In which form it stands in the database, and so in whoever's hands a copy of that falls into."""

    CLEAR = "in clear"
    DAY = "sealed by a key of its day"
    HASH = "as a keyed hash"
    MARK = "as a keyed hash, locked by a key of its day"
    AWAY = "sealed for a key that is not on this server"
    SERVER = "encrypted by the server's own key"


@dataclass(frozen=True)
class Kept:
    """Some columns of one table: `what` they say, `why` it is kept and `until` when, in words that end a row.

    `told` is what supporters read of it; what is kept only beside something else has none.
    """

    table: str
    columns: str
    what: str
    why: str
    until: str
    form: Form = Form.CLEAR
    told: Told | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, as `table.column`."""
        return tuple(f"{self.table}.{column}" for column in self.columns.split())
