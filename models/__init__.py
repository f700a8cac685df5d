"""What we remember: every table, and which status may follow which."""

from models.action_day import ActionDay, ActionShare
from models.base import Base
from models.call import (
    AFTER_ONE,
    ENDINGS,
    HOLDING,
    IN_FLIGHT,
    THROUGH_US,
    TO_ITS_OWNER,
    Call,
    CallSource,
    CallStatus,
    EndReason,
    LineOutcome,
    ReportedOutcome,
    ReportSource,
    may_come_before,
)
from models.call_event import CallEvent, EventSource, WhatHappened
from models.called_office import CalledOffice, PassedOver, Wording
from models.campaign import (
    Campaign,
    CampaignState,
    ScriptTold,
    WhomToCall,
)
from models.carrier_event import CarrierEvent
from models.carrier_record import CarrierRecord, WhyKept
from models.carrier_setup import CarrierSetup, KindOfTestCall, NumberBought, OrganizerPhone, TestCall
from models.consent import Consent
from models.counted import CountedCall, CountedOffice, Counting, DayToSeal, SealedDay
from models.counts import (
    EVER,
    JOINED,
    NO_STANCE,
    CountedBy,
    CountOfDay,
    CountOfHour,
    CountOfMonth,
    CountOfOffice,
    CountOfTown,
    OfficeStep,
    Step,
)
from models.dial_in import DialIn
from models.do_not_call import BY_ITS_OWNER, DoNotCall, HowBlocked
from models.download import Download, DownloadEnd
from models.edition import TEXT_LANGUAGES, Edition, english_digest
from models.feedback import IS_A_NOTE, LONGEST_TAG, OF_A_NOTE, Feedback, FollowUp, Stance
from models.hold import ANOMALIES, BUDGETS, BY_THEMSELVES, Hold, WhyHeld
from models.key_check import KeyCheck
from models.leg import LEG_ENDINGS, Leg, LegRole, LegStatus, leg_may_come_before
from models.legal_hold import AskedWhileHeld, LegalHold
from models.line_day import LineDay
from models.made_office import MadeOffice
from models.money import DOLLARS, EVERY_CAMPAIGN, Budget, CallCost, Span, Spending
from models.never_rung import NeverRung
from models.new_line import NewLine
from models.not_rung import NotRung
from models.number_rung import NumberRung
from models.office_hours import HoursException, OfficeHours
from models.organizer import Organizer, OrganizerPasskey, OrganizerRole, TeamRole
from models.pace import USUAL_AT_ONCE, CampaignPace, CarrierPace, LinePace, Slot
from models.phone_bank import PhoneBank
from models.picture import Picture
from models.placing_pause import Concerns, PlacingPause
from models.prepared_import import PreparedImport, UploadedFile
from models.rate_limit import Limited, RateLimit
from models.recording import Recording
from models.representatives import (
    Chamber,
    District,
    EmailCorrection,
    FormerLine,
    HolderLine,
    LineCorrection,
    LineKind,
    OfficeHolder,
    OfficeLine,
    Roster,
)
from models.reserve import Reserve
from models.team import (
    Alert,
    AlertChoice,
    AlertKind,
    AuditAct,
    AuditEvent,
    CampaignMember,
    Invitation,
    OrganizerSession,
    UnsentForm,
)
from models.typed_form import TypedForm
from models.visitor import VisitorAsked
from models.web_heartbeat import WebHeartbeat

__all__ = [
    "AFTER_ONE",
    "ANOMALIES",
    "BUDGETS",
    "BY_ITS_OWNER",
    "BY_THEMSELVES",
    "DOLLARS",
    "ENDINGS",
    "EVER",
    "EVERY_CAMPAIGN",
    "HOLDING",
    "IN_FLIGHT",
    "IS_A_NOTE",
    "JOINED",
    "LEG_ENDINGS",
    "LONGEST_TAG",
    "NO_STANCE",
    "OF_A_NOTE",
    "TEXT_LANGUAGES",
    "THROUGH_US",
    "TO_ITS_OWNER",
    "USUAL_AT_ONCE",
    "ActionDay",
    "ActionShare",
    "Alert",
    "AlertChoice",
    "AlertKind",
    "AskedWhileHeld",
    "AuditAct",
    "AuditEvent",
    "Base",
    "Budget",
    "Call",
    "CallCost",
    "CallEvent",
    "CallSource",
    "CallStatus",
    "CalledOffice",
    "Campaign",
    "CampaignMember",
    "CampaignPace",
    "CampaignState",
    "CarrierEvent",
    "CarrierPace",
    "CarrierRecord",
    "CarrierSetup",
    "Chamber",
    "Concerns",
    "Consent",
    "CountOfDay",
    "CountOfHour",
    "CountOfMonth",
    "CountOfOffice",
    "CountOfTown",
    "CountedBy",
    "CountedCall",
    "CountedOffice",
    "Counting",
    "DayToSeal",
    "DialIn",
    "District",
    "DoNotCall",
    "Download",
    "DownloadEnd",
    "Edition",
    "EmailCorrection",
    "EndReason",
    "EventSource",
    "Feedback",
    "FollowUp",
    "FormerLine",
    "Hold",
    "HolderLine",
    "HoursException",
    "HowBlocked",
    "Invitation",
    "KeyCheck",
    "KindOfTestCall",
    "Leg",
    "LegRole",
    "LegStatus",
    "LegalHold",
    "Limited",
    "LineCorrection",
    "LineDay",
    "LineKind",
    "LineOutcome",
    "LinePace",
    "MadeOffice",
    "NeverRung",
    "NewLine",
    "NotRung",
    "NumberBought",
    "NumberRung",
    "OfficeHolder",
    "OfficeHours",
    "OfficeLine",
    "OfficeStep",
    "Organizer",
    "OrganizerPasskey",
    "OrganizerPhone",
    "OrganizerRole",
    "OrganizerSession",
    "PassedOver",
    "PhoneBank",
    "Picture",
    "PlacingPause",
    "PreparedImport",
    "RateLimit",
    "Recording",
    "ReportSource",
    "ReportedOutcome",
    "Reserve",
    "Roster",
    "ScriptTold",
    "SealedDay",
    "Slot",
    "Span",
    "Spending",
    "Stance",
    "Step",
    "TeamRole",
    "TestCall",
    "TypedForm",
    "UnsentForm",
    "UploadedFile",
    "VisitorAsked",
    "WebHeartbeat",
    "WhatHappened",
    "WhomToCall",
    "WhyHeld",
    "WhyKept",
    "Wording",
    "english_digest",
    "leg_may_come_before",
    "may_come_before",
]
