"""What is kept of offices: they are public."""

from app.privacy.table.entry import Kept

ROSTER = "as long as calls name them"
PUBLIC = "who sits where, and on which lines they are reached"
DIALED = "supporters reach their own representative"


def _public(table: str, columns: str) -> Kept:
    return Kept(table, columns, PUBLIC, DIALED, ROSTER)


OFFICES = (
    _public("district", "geoid state chamber name ocd_id vacant_until"),
    _public("office_holder", "id district_geoid openstates_id name party email url valid_from valid_to"),
    _public("office_line", "id e164 extension"),
    _public("holder_line", "holder_id line_id kind rank"),
    _public("line_correction", "id holder_id corrected_at corrected_by note lines imported ended_at ended_by"),
    _public("email_correction", "district_geoid openstates_id email corrected_at corrected_by note"),
    _public("former_line", "district_geoid openstates_id e164 extension until"),
    _public("roster", "state version as_of source brought_in_at overtaken_at"),
    _public("new_line", "holder_id e164 extension set_by set_at used_from waits meanwhile confirmed_by confirmed_at"),
    _public("prepared_import", "id state in_force_from request people prepared_at prepared_by took_force_at"),
    _public("made_office", "district_geoid titles note set_at set_by before"),
    _public("office_hours", "line_id week set_at set_by"),
    _public("hours_exception", "id line_id state day spans note set_at set_by"),
    _public("line_pace", "e164 at_once rests_until a_day"),
    Kept(
        "line_day",
        "e164 day answered busy no_answer failed mailbox_full last_tried",
        "how many calls an office's line took on a day, and when the last of them began",
        "lines that do not answer are found",
        "for good; that moment, 30 days, then the day",
    ),
    Kept(
        "slot",
        "e164 starts_at taken",
        "for how many an office's quarter of an hour is taken",
        "no more agree to it than the office can take",
        "two days after it",
    ),
    Kept(
        "never_rung",
        "begins what source as_of added_at added_by",
        "numbers of institutions and companies, and whose they are",
        "none of them is rung as a supporter's",
        "until the team takes it off",
    ),
)
