"""The words a supporter agrees to, with their version: change one, change the other."""

WORDING_VERSION = "2026-11-23"

WORDING = (
    "Please call me once, now, at this number; it is mine. An automated voice from {group} will say who is calling, "
    "read me the script and connect me with my representative's office. The call is not recorded."
)
