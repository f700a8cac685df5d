"""The one place that knows TwiML: renders what a step says for the carrier.

render (document)          verbs as the carrier reads them
Aloud, BY_VOICE (spoken)   by which voices words are read, and where sounds are
"""

from voice_flows.twiml.document import TWILIO_ADDS_SECONDS, render
from voice_flows.twiml.spoken import BY_VOICE, Aloud

__all__ = ["BY_VOICE", "TWILIO_ADDS_SECONDS", "Aloud", "render"]
