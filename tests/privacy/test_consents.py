"""Whose consent it was is told to whoever brings the private key, on the command line."""

import re

from app.guard.keys.away import SealedAway
from models import Consent

NUMBER = "+16175550123"


def test_a_consent_is_found_by_its_number_with_the_private_key_alone(app, session, campaign):
    runner = app.test_cli_runner()
    told = runner.invoke(args=["privacy", "consent-key"]).output
    public, private = re.search(r"CONSENT_PUBLIC_KEY=(\S+)", told)[1], told.split()[-1]
    session.add(
        Consent(campaign_id=campaign, wording_version="2026-11-23", phone_sealed=SealedAway(public).seal(NUMBER))
    )
    session.commit()
    asked = {"args": ["privacy", "consents"], "input": f"{private}\n617 555 0123\n"}
    told = runner.invoke(**asked).output
    assert "words of 2026-11-23" in told
    assert "555" not in told
    asked["input"] = f"{private}\n617 555 0124\n"
    assert "None was found" in runner.invoke(**asked).output
