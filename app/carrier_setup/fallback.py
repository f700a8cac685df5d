"""The document elsewhere that answers callers of our numbers when this server does not."""

from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.carrier_setup.kept import kept_setup
from app.config import Settings
from app.setting_values import THIS_COMPUTER
from app.telephony.fallback_document import NotTheDocument, check_document
from app.telephony.number_setup import NumberSetup
from models import CarrierSetup

DOCUMENT = "the document for when we do not answer"  # as the audit log names it
LONGEST = 300
TOO_LONG = "That address is too long."


def fallback_url(session: Session) -> str:
    """Its address; empty where there is none."""
    return session.scalar(select(CarrierSetup.fallback_url)) or ""


def why_not_kept(url: str, settings: Settings) -> str:
    """Try the address: a sentence that says why it is of no use, empty where it is. None typed is none used."""
    if len(url) > LONGEST:
        return TOO_LONG
    carrier_is_here = urlsplit(settings.twilio_api_base_url).hostname in THIS_COMPUTER
    try:
        if url:
            check_document(url, on_this_computer=carrier_is_here)
    except NotTheDocument as why_not:
        return str(why_not)
    return ""


def keep_fallback(session: Session, url: str) -> bool:
    """Keep another one, or none; False if it is kept already."""
    kept = kept_setup(session, lock=True)
    if kept.fallback_url == url:
        return False
    kept.fallback_url = url
    return True


def wanted_setup(session: Session, base_url: str) -> NumberSetup:
    """How a number is to be set up."""
    return NumberSetup.hotline(base_url, fallback_url(session))
