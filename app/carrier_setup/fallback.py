"""The document elsewhere that answers callers of our numbers when this server does not."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.carrier_setup.kept import kept_setup
from app.telephony.number_setup import NumberSetup
from models import CarrierSetup


def fallback_url(session: Session) -> str:
    """Its address; empty where there is none."""
    return session.scalar(select(CarrierSetup.fallback_url)) or ""


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
