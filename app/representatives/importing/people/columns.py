"""The columns of Open States' people file that are needed, under their present names; it has others beside them."""

from models import LineKind

NAMED = ("name", "current_party", "current_district")
LINES = {"capitol_voice": LineKind.CAPITOL, "district_voice": LineKind.DISTRICT}  # in the order in which they ring
EMAIL = "email"
COLUMNS = ("id", *NAMED, "current_chamber", "links", EMAIL, *LINES)
LONGEST = {"id": 80, "name": 120, "current_party": 60}
LONGEST_URL = 300
