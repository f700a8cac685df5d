"""What is counted of calls."""

from app.privacy.table import told
from app.privacy.table.entry import Kept

COUNTED = "how many calls came to what, by campaign, hour, day, office or town"
SHOWN = "organizers see what came of their campaign, and no page counts calls"
THE_SEAL = "until their day is sealed and the call is gone"


def _count(table: str, columns: str) -> Kept:
    return Kept(table, columns, COUNTED, SHOWN, "as long as the campaign", told=told.COUNTED)


def _each(table: str, columns: str) -> Kept:
    return Kept(table, columns, "what one call counts for", "what is told late counts once", THE_SEAL, told=told.CALL)


COUNTS = (
    _count("count_of_hour", "campaign_id hour dimension value calls seconds"),
    _count("count_of_day", "campaign_id day booked dimension value calls seconds"),
    _count("count_of_month", "campaign_id month dimension value calls seconds"),
    _count("count_of_office", "campaign_id day booked district_geoid office_holder_id dimension value calls seconds"),
    _count("count_of_town", "campaign_id day town dimension value calls seconds"),
    _each(
        "counted_call",
        "call_id campaign_id day hour town came_from way language line said came through_us rang answered pressed "
        "reached talked told seconds",
    ),
    _each("counted_office", "call_id nth district_geoid office_holder_id line said stance seconds"),
    Kept(
        "counting",
        "id sure_to marked marked_by read_to seen seen_since",
        "how far calls are counted",
        "none counts twice",
        "as long as the server",
    ),
    Kept(
        "day_to_seal",
        "day counted_to call_id",
        "how far a day is counted anew before it is sealed",
        "whoever is stopped goes on from there",
        "until it is sealed",
    ),
    Kept(
        "sealed_day",
        "day sealed_at calls digest",
        "which days are sealed, and what they came to",
        "what was counted stays comparable",
        "as long as the server",
    ),
)
