"""Times as the newer of Twilio's APIs write them."""

from datetime import datetime


def iso_8601(when: datetime) -> str:
    """Write a time to the second, in UTC."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
