"""This server asks itself whether what the carrier sends would arrive."""

from flask import Response

from app.extensions import given
from app.telephony.reaching import answer_to
from app.voice import voice
from app.voice.signed import carrier_form

LONGEST = 64


@voice.post("/reached")
def reached() -> Response:
    """It did, and its signature fits."""
    nonce = carrier_form().get("Nonce", "")[:LONGEST]
    return Response(answer_to(nonce, given().tokens), mimetype="text/plain")
