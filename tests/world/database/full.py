"""A database that says its disk is full, as PostgreSQL does, whenever somebody writes down what calls need."""

from typing import Self

from psycopg import sql

from tests.world.database.connections import connection_to

WRITTEN = (
    "alert", "call", "call_event", "called_office", "carrier_event", "consent", "feedback", "leg", "procrastinate_jobs",
    "reserve",
)  # fmt: skip

UNTIL_THE_RESERVE_IS_GIVEN_UP = "pg_relation_size('reserve') > 0"
FOR_GOOD = "true"
ONCE_THE_OFFICE_IS_CALLED = f"{UNTIL_THE_RESERVE_IS_GIVEN_UP} AND EXISTS (SELECT FROM leg WHERE role = 'office')"
NO_ROOM_FOR_A_RESERVE = "TG_TABLE_NAME = 'reserve'"
NEVER = "false"

SAYS_SO = sql.SQL("""
CREATE OR REPLACE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF {} THEN
        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
    END IF;
    RETURN NULL;
END $$
""")
# They stay where a test made them: to drop them would wait for whoever reads.
ASKED = sql.SQL(
    "CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON {} FOR EACH STATEMENT EXECUTE FUNCTION disk_is_full()"
)
ARE_ASKED = "SELECT 1 FROM pg_trigger WHERE tgname = 'disk_is_full'"
RESERVED = "INSERT INTO reserve SELECT 1 WHERE pg_relation_size('reserve') = 0"


class Disk:
    """The disk of a database. Within a `with` block it may become full; it has room, and a small reserve, before."""

    def __init__(self, url: str) -> None:
        self._connection = connection_to(url)

    def gets_full(self, while_: str = UNTIL_THE_RESERVE_IS_GIVEN_UP) -> None:
        """From now on, as long as that is so."""
        self._connection.execute(SAYS_SO.format(sql.SQL(while_)))

    def has_room(self) -> None:
        """From now on."""
        self.gets_full(NEVER)

    def __enter__(self) -> Self:
        self.has_room()
        if not self._connection.execute(ARE_ASKED).fetchone():
            for table in WRITTEN:
                self._connection.execute(ASKED.format(sql.Identifier(table)))
        self._connection.execute(RESERVED)
        return self

    def __exit__(self, *_: object) -> None:
        self.has_room()
