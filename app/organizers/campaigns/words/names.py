"""How organizers read of the fields of the page of words: what each is called, where it is met, how long it may be."""

from collections.abc import Mapping

from app.campaigns.editions.fields import Path
from app.organizers.texts import SHORT, TEXTS, TextName

FIELDS: Mapping[str, TextName] = {
    "group": TextName("Your group", "Who asks, as the page and the phone say it.", 120, 1),
    "group_said": TextName(
        "Your group as it is said",
        "What a phone that families share says before a key is pressed. Left empty, it is the name above.",
        120,
        1,
    ),
    "subject": TextName("Subject", "As it is said in the middle of a sentence.", SHORT, 1),
    "headline": TextName("Headline", "At the top of the page: what you ask people to do.", SHORT, 2),
    "pitch": TEXTS["pitch"],
    "talking_points": TextName(
        "Talking points",
        "Reasons, one a line. The phone reads them to whoever asks.",
        TEXTS["talking_points"].longest,
        8,
    ),
    "fact_sheet_url": TextName("Fact sheet", "The address of a page to read more on. It may stay empty.", 500, 1),
    "contact": TextName("Contact", "An e-mail address or a page, for those who have questions.", 200, 1),
    "privacy_note": TextName(
        "Privacy note", "What is kept of supporters, in your own words. It may stay empty.", 2000, 4
    ),
}
WHERE: Mapping[str, Path] = {
    name: ("english", name) if name in ("subject", "headline", "pitch", "talking_points") else (name,)
    for name in FIELDS
}
ACTIONS: Path = ("actions",)
PATHS: tuple[Path, ...] = (*WHERE.values(), ACTIONS)
