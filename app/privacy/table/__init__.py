"""One table of what is kept: of every column of every table why, until when, and in which form."""

from app.privacy.table.campaigns import CAMPAIGNS
from app.privacy.table.counts import COUNTS
from app.privacy.table.entry import Form, Kept
from app.privacy.table.offices import OFFICES
from app.privacy.table.server import SERVER
from app.privacy.table.supporters import SUPPORTERS
from app.privacy.table.team import TEAM

TABLE = {
    "Supporters": SUPPORTERS,
    "Statistics": COUNTS,
    "Organizers": TEAM,
    "Campaigns": CAMPAIGNS,
    "Offices and their lines": OFFICES,
    "This server": SERVER,
}

__all__ = ["TABLE", "Form", "Kept"]
