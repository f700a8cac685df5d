"""The number that will ring a supporter, as a contact card: many phones silence whoever is not among the contacts."""

from collections.abc import Iterator

from flask import Response, abort

from app.campaigns.in_force import CampaignWords
from app.web import web
from app.web.campaign_page import visited

LONGEST_LINE = 75  # bytes (RFC 6350)
SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@web.get("/c/<slug:slug>/contact.vcf")
def contact_card(slug: str) -> Response:
    """The card; none where the campaign rings from no number."""
    words = visited(slug).words
    if not words.phone_number:
        abort(404)
    card = "".join(f"{line}\r\n" for line in _lines(words))
    how = {"Content-Disposition": f'attachment; filename="{words.slug}.vcf"'}
    return Response(card, mimetype="text/vcard", headers=how)


def _lines(words: CampaignWords) -> Iterator[str]:
    name = words.group.translate(SPECIAL)
    for line in ("BEGIN:VCARD", "VERSION:3.0", f"N:;{name};;;", f"FN:{name}", f"ORG:{name}"):
        yield from folded(line)
    yield f"TEL;TYPE=VOICE:{words.phone_number}"
    yield "END:VCARD"


def folded(line: str) -> Iterator[str]:
    """No line may be longer: what follows begins with a space; no letter is cut in two."""
    folded = ""
    for letter in line:
        if len((folded + letter).encode()) > LONGEST_LINE:
            yield folded
            folded = " "
        folded += letter
    yield folded
