"""In which languages a campaign's texts are to be: its checklist asks for no other."""

from flask import request
from werkzeug.wrappers import Response

from app.campaigns.translating import offer
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.change import Who, saved
from app.organizers.languages.audit import told_of_offered
from app.organizers.languages.list_page import LANGUAGES, LANGUAGES_PAGE
from app.store.db import db
from models import TeamRole


@organizers.post(f"{LANGUAGES}/offered")
@least(TeamRole.ORGANIZER)
def change_offered(campaign_id: int) -> Response:
    """Choose others; whatever is no language of ours is not looked at."""
    words, chosen = found_campaign(campaign_id), request.form.getlist("language")

    def save(who: Who) -> bool:
        return offer(db.session, words, chosen, seen=request.form.get("seen", ""), by=who.by, now=who.now)

    return LANGUAGES_PAGE.tells(saved(told_of_offered(words), save), campaign_id=campaign_id)
