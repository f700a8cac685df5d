"""The campaign of the small world."""

from app.demo_campaign import demo_campaign
from models import Campaign

CAMPAIGN_NUMBER = "+16175550100"


def safe_communities() -> Campaign:
    """The demo's own campaign: what a newcomer sees is what the tests run on."""
    return demo_campaign()
