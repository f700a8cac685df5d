"""The columns of Open States' people file that are needed, under their present names; it has others beside them."""

from models import LineKind

NAMED = ("name", "current_party", "current_district")
LINES = {"capitol_voice": LineKind.CAPITOL, "district_voice": LineKind.DISTRICT}  # in the order in which they ring
EMAIL = "email"
COLUMNS = ("id", *NAMED, "current_chamber", "links", EMAIL, *LINES)
FROM = "from"  # somebody's first day: only files that people type have it
NEEDED = ("id", *NAMED, "current_chamber")
NEEDED_OF_TYPED = ("name", "current_district", "current_chamber")
LONGEST = {"id": 80, "name": 120, "current_party": 60}
LONGEST_URL = 300
