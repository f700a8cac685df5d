"""Writes PRIVACY.md from the table of what is kept: run by `make privacy`."""

from collections.abc import Iterator

from app.privacy.table import TABLE, Kept

ABOUT = {
    "Supporters": "The town, the phone number and whatever a note says are all that we ask for. A first name stays in "
    "the browser. No address of a computer is kept, but as a keyed hash of one day.",
    "Statistics": "Counts alone are kept for long.",
    "Organizers": "Organizers are known to each other, by name.",
    "Campaigns": "Nothing here is of a supporter.",
    "Offices and their lines": "Public facts, with who corrected them.",
    "This server": "",
}
BEGINS = """# What is kept

Made by `make privacy` from the one table by which the job forgets, too (`app/privacy/table/`); a test keeps both true
and fails on a column that is not in it.

**How it ends.** Every few minutes the worker forgets whatever was kept for long enough, in small batches. Numbers and
notes are sealed by a key of their day, which lies in a folder apart (`KEYS_PATH`): once their time is over that key is
destroyed, and what it sealed is gone in every backup, too ([decision 76](docs/decisions/0076-keys-that-end.md)).

**What outlives the restore of an older database.** Beside the keys lies a small journal: by keyed hashes alone, who
asked never to be called, took that back, or was forgotten; and of a note from which words were taken out what was left,
sealed by the key of its day. Every program that starts brings it forward, and so does
`flask restore`. Whoever was forgotten, or took a refusal back, stays in it for three years, as long as any copy could
hold something of theirs
([decision 107](docs/decisions/0107-a-journal-beside-the-keys.md)).

**What a keyed hash is worth.** It hides a number from whoever has the database alone. Whoever has its key, too, can try
all numbers there are, in minutes: it is no secret from them. Those of calls and limits are locked by a key of their day
besides: who is still known is so by the key of today, minutes after midnight, and once the key of before is destroyed
no copy tells whose they were ([decision 108](docs/decisions/0108-known-by-the-key-of-today.md)).

**What a court asks for.** An admin may hold a campaign: its calls, and they alone, are kept until the day named on
every page of it, a year at most unless prolonged. What would be due is sealed anew by the hold's own key, which is
destroyed with it ([decision 116](docs/decisions/0116-legal-hold.md)).

**What a server tells that is taken away.** `flask privacy what-if-seized` says of the server as it is today what its
taker learns, with its keys and without ([commands](docs/commands.md), [threats and their tests](SECURITY.md)).

**What supporters read** of it, in each of their languages, is made from the same table: `/privacy`, which every page
of theirs leads to.
"""
ROW = "| {what} | {why} | {until} | {form} | {columns} |"


def page() -> str:
    """The whole page."""
    return "\n".join([BEGINS, *(line for title, entries in TABLE.items() for line in _part(title, entries))])


def _part(title: str, entries: tuple[Kept, ...]) -> Iterator[str]:
    yield f"## {title}\n"
    if ABOUT[title]:
        yield f"{ABOUT[title]}\n"
    yield "| what | why | until | form | where |\n|---|---|---|---|---|"
    yield from (_row(entry) for entry in entries)
    yield ""


def _row(entry: Kept) -> str:
    columns = ", ".join(f"`{name}`" for name in entry.columns.split())
    where = f"{entry.table}: {columns}"
    return ROW.format(what=entry.what, why=entry.why, until=entry.until, form=entry.form, columns=where)


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - into the file
