"""The demo's own campaigns, made of the words in `app/demo_campaign`."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app import demo_campaign as first
from app.campaigns.editions.begin import live_campaign
from app.campaigns.editions.content import Content, read_content
from app.demo_campaign import paid_leave
from models import Campaign, WhomToCall, english_digest

BY = "Ringdown"

Texts = Mapping[str, Sequence[str]]


def demo_campaign(now: datetime) -> Campaign:
    """The first campaign in every language, live and ready to ring."""
    return live_campaign(first.SLUG, first.PHONE_NUMBER, demo_content(), by=BY, now=now)


def second_campaign(now: datetime) -> Campaign:
    """Another one, which calls both chambers."""
    return live_campaign(paid_leave.SLUG, paid_leave.PHONE_NUMBER, second_content(), by=BY, now=now)


def demo_content() -> Content:
    """All that the first one says."""
    said = {"group": first.GROUP, "fact_sheet_url": first.BILL, "actions": first.ACTIONS}
    return read_content({**said, **_texts(first.ENGLISH, first.TRANSLATED, first.ACTIONS)})


def second_content() -> Content:
    """All that the other one says."""
    said = {"group": paid_leave.GROUP, "fact_sheet_url": paid_leave.BILL, "actions": paid_leave.ACTIONS}
    whom = {"whom": {"rule": WhomToCall.BOTH}}
    return read_content({**said, **whom, **_texts(paid_leave.ENGLISH, paid_leave.TRANSLATED, paid_leave.ACTIONS)})


def _texts(
    english: Texts, translated: Mapping[str, Texts], actions: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    latest = [line for action in actions for line in (str(action["title"]), str(action["text"]))]
    made_from = {name: english_digest(text) for name, text in {**english, "latest": latest}.items()}
    translations = {language: {"texts": texts, "made_from": made_from} for language, texts in translated.items()}
    return {"english": english, "translations": translations}
