"""The demo's own campaign, made of the words in `app/demo_campaign`."""

from datetime import datetime

from app.campaigns.editions.begin import live_campaign
from app.campaigns.editions.content import Content, read_content
from app.demo_campaign import ACTIONS, BILL, ENGLISH, GROUP, PHONE_NUMBER, SLUG, TRANSLATED
from models import Campaign, english_digest

BY = "Ringdown"


def demo_campaign(now: datetime) -> Campaign:
    """The campaign in every language, live and ready to ring."""
    return live_campaign(SLUG, PHONE_NUMBER, demo_content(), by=BY, now=now)


def demo_content() -> Content:
    """All that it says."""
    made_from = {name: english_digest(text) for name, text in ENGLISH.items()}
    translations = {language: {"texts": texts, "made_from": made_from} for language, texts in TRANSLATED.items()}
    said = {"group": GROUP, "fact_sheet_url": BILL, "actions": ACTIONS}
    return read_content({**said, "english": ENGLISH, "translations": translations})
