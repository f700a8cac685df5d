"""What is prepared and not in force: told on every page on which something is prepared."""

from collections.abc import Sequence

from flask import Flask

from app.campaigns.editions.compare import Difference, differences
from app.campaigns.editions.content import Content
from app.campaigns.editions.earlier import edition_in_force
from app.campaigns.in_force import CampaignWords
from app.store.db import db


def unpublished(words: CampaignWords) -> Sequence[Difference]:
    """The fields in which what is prepared differs from what is in force."""
    in_force = edition_in_force(db.session, words.id)
    return differences(in_force.content if in_force else Content(), words.content)


def init_unpublished(app: Flask) -> None:
    """Give templates this as a function."""
    app.add_template_global(unpublished)
