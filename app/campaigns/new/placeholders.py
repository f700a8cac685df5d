"""The words from which a new campaign begins: whatever must still be written stands in brackets."""

from collections.abc import Mapping

from app.campaigns.editions.content import Content, Whom
from app.campaigns.texts import Texts
from models import WhomToCall

WHOM: Mapping[WhomToCall, str] = {
    WhomToCall.REPRESENTATIVE: "your representative",
    WhomToCall.SENATOR: "your state senator",
    WhomToCall.BOTH: "your representative and your senator",
    WhomToCall.OWN_THEN_LISTED: "your representative, and others,",
    WhomToCall.LISTED: "those who decide",
}

PITCH = """\
[Say in two or three sentences what is wrong today, and for whom.]

[Say what {subject} would change, where it stands now, and why a call helps this week.]

Never called before? Most people have not. A staff member or a machine will answer. You say your name, your town and \
one sentence; they write it down and thank you. You have the script before you, and you can stop at any time."""

SCRIPT = """\
Hello, my name is [name], and I live in [City/Town].

I am calling to ask [Representative] to support {subject}.

[Say in one or two sentences why, so that anybody can read them aloud.]

Can you tell me where [Representative] stands on it? Thank you."""

VOICEMAIL_SCRIPT = """\
Hello, my name is [name], from [City/Town]. I ask [Representative] to support {subject}. I am a constituent. Thank \
you."""

TALKING_POINTS = (
    "[A reason, in one sentence: what it changes for people here.]",
    "[Another: a number, or what happens if nothing is done.]",
    "[An answer to what offices say against it.]",
)


def first_words(group: str, subject: str, rule: WhomToCall) -> Content:
    """All that it says at first."""
    english = Texts(
        headline=f"Ask {WHOM[rule]} to support {subject}",
        subject=subject,
        pitch=PITCH.format(subject=subject),
        script=SCRIPT.format(subject=subject),
        voicemail_script=VOICEMAIL_SCRIPT.format(subject=subject),
        talking_points=TALKING_POINTS,
    )
    return Content(group=group, english=english, whom=Whom(rule))
