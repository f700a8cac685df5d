"""What a rehearsal's page calls things: whose words, how a call begins and ends, who speaks, how a phone is."""

from collections.abc import Mapping

from app.rehearsal.endings import Ending
from app.rehearsal.told import Phone, Who
from models import CallSource

EDITIONS: Mapping[str, str] = {
    "prepared": "As you have prepared it, published or not",
    "published": "As it is in force: what a supporter hears today",
}
SPOKE: Mapping[str, str] = {"prepared": "As prepared", "published": "As in force"}

SOURCES: Mapping[CallSource, str] = {
    CallSource.WEB: "On the page: the supporter types a town, and we ring them",
    CallSource.HOTLINE: "On the hotline: the supporter dials in, and is asked where they live",
}
BEGAN: Mapping[CallSource, str] = {CallSource.WEB: "From the page", CallSource.HOTLINE: "On the hotline"}

ENDINGS: Mapping[str, Mapping[Ending, str]] = {
    "At the office": {
        Ending.ANSWERED: "Somebody answers",
        Ending.STREET_ADDRESS: "An aide asks for a street address",
        Ending.VOICEMAIL: "A machine takes a message",
        Ending.MAILBOX_FULL: "The mailbox is full",
        Ending.BUSY: "The line is busy",
        Ending.NO_ANSWER: "Nobody picks up",
        Ending.CLOSED: "The office is closed",
        Ending.FAILED: "The number is out of service",
    },
    "At the supporter's": {
        Ending.SUPPORTER_NO_ANSWER: "They do not pick up",
        Ending.SUPPORTER_VOICEMAIL: "Their voicemail answers us",
        Ending.SCREENED: "Their phone screens the call, and they do not take it",
        Ending.DECLINED: "They decline the call",
        Ending.HANGUP: "They hang up during the script",
    },
}
WHO: Mapping[Who, str] = {Who.PROGRAM: "Ringdown", Who.SUPPORTER: "Supporter", Who.OFFICE: "Office"}
PHONE: Mapping[Phone, str] = {Phone.QUIET: "Quiet", Phone.RINGS: "Rings", Phone.TALKS: "On the phone"}
