"""The campaign's page as it is in force and as it is prepared, beside each other: on a phone and on a desk."""

from flask import render_template, request

from app.campaigns.editions.earlier import edition_in_force
from app.campaigns.in_force import CampaignWords
from app.guard.route_classes import COMPARING
from app.guard.routes import of_class
from app.guard.who_may import least
from app.language.languages import BY_CODE, ENGLISH
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.campaigns.unpublished import unpublished
from app.organizers.editions.names import LANGUAGE
from app.organizers.editions.publish_page import PUBLISH
from app.store.db import db
from models import TeamRole

WIDTHS = {"phone": "On a phone", "desktop": "On a desktop"}


@organizers.get(f"{PUBLISH}/page")
@of_class(COMPARING)
@least(TeamRole.ORGANIZER)
def compared_as_page(campaign_id: int) -> str:
    """Both pages, in one language and at one width."""
    words, asked = found_campaign(campaign_id), request.args
    language, width = asked.get("language", ""), asked.get("width", "")
    return render_template(
        "organizers/editions/page.html",
        campaign=words,
        is_published=edition_in_force(db.session, campaign_id) is not None,
        languages={code: LANGUAGE[code] for code in BY_CODE},
        language=language if language in BY_CODE else ENGLISH.code,
        widths=WIDTHS,
        width=width if width in WIDTHS else "phone",
        changed=_changed(words),
    )


def _changed(words: CampaignWords) -> frozenset[str]:
    """The languages in which something on the page may be otherwise."""
    return frozenset(one.language for one in unpublished(words) if one.subject != "prompts")
