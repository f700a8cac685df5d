"""What a carrier does with one of our numbers."""

from dataclasses import dataclass

from app.telephony.voice_urls import HOTLINE, HOTLINE_FALLBACK, HOTLINE_STATUS


@dataclass(frozen=True)
class NumberSetup:
    """Whom the carrier asks when somebody dials the number, and whom it tells."""

    voice_url: str
    fallback_url: str
    status_url: str

    @classmethod
    def hotline(cls, base_url: str, fallback_url: str = "") -> "NumberSetup":
        """How a campaign's number has to be set up; `fallback_url` is a document elsewhere, if there is one."""
        return cls(
            voice_url=f"{base_url}{HOTLINE}",
            fallback_url=fallback_url or f"{base_url}{HOTLINE_FALLBACK}",
            status_url=f"{base_url}{HOTLINE_STATUS}",
        )
