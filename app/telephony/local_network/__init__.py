"""A phone network without telephones: speaks Twilio's REST API and calls the app back over HTTP."""

from app.telephony.local_network.credentials import LiveCredentialsError, local_credentials
from app.telephony.local_network.faults import Faults, Refusal
from app.telephony.local_network.journal import Line, Notice, Request
from app.telephony.local_network.network import PhoneNetwork
from app.telephony.local_network.phones.behaviour import Ender
from app.telephony.local_network.phones.by_script import Phone
from app.telephony.local_network.serving import serve
from app.telephony.local_network.timing.clock import AcceleratedClock, AttendedClock, RealClock
from app.telephony.local_network.ways import SIGNALWIRE, SOMLENG, TWILIO, WAYS, Ways

__all__ = [
    "SIGNALWIRE",
    "SOMLENG",
    "TWILIO",
    "WAYS",
    "AcceleratedClock",
    "AttendedClock",
    "Ender",
    "Faults",
    "Line",
    "LiveCredentialsError",
    "Notice",
    "Phone",
    "PhoneNetwork",
    "RealClock",
    "Refusal",
    "Request",
    "Ways",
    "local_credentials",
    "serve",
]
