"""Of which campaigns the calls are kept by law just now: what whoever wants to be forgotten must know."""

from dataclasses import dataclass
from datetime import date

from app.campaigns.in_force import campaign_words
from app.campaigns.texts import Shown
from app.privacy.holding.shown import publicly_standing
from app.serving.page_languages import page_language
from app.store.db import db


@dataclass(frozen=True)
class HeldNow:
    """A campaign by what it is about, in the reader's language, and until when its calls are kept at least."""

    subject: Shown[str]
    until: date


def held_now() -> list[HeldNow]:
    """None, as a rule."""
    code = page_language().code
    standing = [
        (one, campaign_words(db.session, one.campaign_id, one.version)) for one in publicly_standing(db.session)
    ]
    return [HeldNow(words.in_language(code).subject, one.until) for one, words in standing]
