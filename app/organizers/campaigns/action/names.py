"""Addresses, notices and names of the pages of days of action."""

from app.campaigns.action.day import Party
from app.organizers.notices import Notice, Page

DAYS = "/campaigns/<int:campaign_id>/action-days"
ONE = f"{DAYS}/<int:day_id>"
SUBJECT = "the day of action of {day}"
TAKEN = "There is a day of action on that day already. Change that one, or cancel it first."
LIST = Page("organizers.action_days", {})
DAY = Page(
    "organizers.action_day",
    {
        "set": Notice("The day of action is set. Look below at what should be known, and send the links round."),
        "changed": Notice("Changed: pages and phones go by it from now on."),
        "canceled": Notice("Canceled: offices are called as on any day. You can take that back below."),
        "restored": Notice("It is a day of action again."),
        "same": Notice("Nothing was changed: somebody else was faster. This is how it stands."),
        "taken": Notice("Another day of action was set for that day meanwhile. Cancel that one first.", is_bad=True),
    },
)
PARTIES = {
    Party.ANY: "of any party",
    Party.DEMOCRATIC: "Democrats",
    Party.REPUBLICAN: "Republicans",
    Party.OTHER: "of other parties, or none",
}
