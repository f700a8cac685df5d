"""`flask representatives import-districts`: another state's districts, before its people can be imported."""

from pathlib import Path

import click

from app.cli.representatives.import_people import FILE, NOT_WRITTEN, OpenSession, state_code
from app.representatives.importing import (
    DistrictPlan,
    FileProblemsError,
    apply_districts,
    plan_districts,
    read_file,
)
from app.store.unit import unit


def import_districts(open_session: OpenSession) -> click.Command:
    """The command, reading and writing with the sessions that `open_session` gives."""

    @click.command("import-districts")
    @click.argument("file", type=FILE)
    @click.option("--state", required=True, callback=state_code, help="Whose districts they are.")
    @click.option("--apply", "write", is_flag=True, help="Write the changes.")
    def run(file: Path, *, state: str, write: bool) -> None:
        """Add the districts in FILE, a CSV with the columns geoid, chamber, name and ocd_id.

        Nothing is written without --apply, and no district is ever removed.
        """
        with open_session() as session:
            try:
                plan = plan_districts(session, read_file(file), state)
            except FileProblemsError as error:
                raise click.ClickException(f"{error}\nNothing was written.") from error
            click.echo(_in_words(plan))
            if write:
                with unit(session):
                    apply_districts(session, plan)
            click.echo("Written." if write else NOT_WRITTEN)

    return run


def _in_words(plan: DistrictPlan) -> str:
    rows = [
        f"Districts of {plan.state}: {len(plan.added)} new, {len(plan.changed)} changed, {plan.unchanged} as before.",
        *(f"  new      {it.name} ({it.chamber.title()}), {it.geoid}" for it in plan.added),
        *(f"  changed  {it.name} ({it.chamber.title()}), {it.geoid}" for it in plan.changed),
    ]
    if plan.unnamed:
        rows.append(f"{plan.unnamed} districts in the database are not in the file. They stay.")
    return "\n".join(rows)
