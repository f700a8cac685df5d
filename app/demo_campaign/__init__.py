"""The first campaign, in our own words: H.3269, the Safe Communities Act, in the Massachusetts House."""

from collections.abc import Mapping, Sequence

from app.demo_campaign import es, ht, pt, zh_hans, zh_hant

GROUP = "Massachusetts Neighbors Together"
SLUG = "safe-communities"
PHONE_NUMBER = "+16175550100"  # fictional: it reaches nobody
SPARE_NUMBERS = ("+16175550102", "+14135550103")  # for campaigns that are made in the demo
BILL = "https://malegislature.gov/Bills/190/H3269"
COMMITTEE = "https://malegislature.gov/Committees/Joint"
FINDER = "https://malegislature.gov/Search/FindMyLegislator"

PITCH = """\
When people are afraid that any word with the police may end in deportation, they stop calling: not as victims, not \
as witnesses. Then everybody is less safe. The Safe Communities Act, H.3269, would let the police in Massachusetts be \
there for everyone who lives here.

Rep. Matias filed the bill, and it now lies before the Public Safety committee. Committees listen to their \
colleagues, and your representative listens to you: a call of two minutes, with your name and your town, counts for \
more than a hundred e-mails.

Never called before? Most people have not. A staff member or a machine will answer. You say your name, your town and \
one sentence; they write it down and thank you. We read you the script first, and you can stop at any time."""

SCRIPT = """\
Hello, my name is [name], and I live in [City/Town].

I am calling to ask [Representative] to support the Safe Communities Act, H.3269, and to urge the Public Safety \
committee to advance it.

It keeps our police on fighting crime instead of deporting our neighbors, and that makes all of us safer.

Can you tell me where [Representative] stands on it? Thank you."""

VOICEMAIL_SCRIPT = """\
Hello, my name is [name], from [City/Town]. I ask [Representative] to support the Safe Communities Act, H.3269, and to \
urge the Public Safety committee to advance it. I am a constituent. Thank you."""

TALKING_POINTS = [
    "It says no to Massachusetts taking part in a registry of Muslims.",
    "It keeps the police on fighting crime: no deporting people, no joining in raids.",
    "It ends the deputizing of local police and sheriffs with the powers of ICE, at the state's expense.",
    "It guards due process for people who are caught up here in a deportation case.",
    "It would not make Massachusetts a “sanctuary state”, so it brings no federal penalties.",
    "Victims and witnesses who fear deportation do not call the police, and that makes every one of us less safe.",
]

ACTIONS: Sequence[Mapping[str, object]] = [
    {
        "title": "Ask three friends to call",
        "text": "Offices count calls by the day. Three more take one message.",
        "shares": True,
    },
    {
        "title": "Tell the committee in writing",
        "text": "The Public Safety committee takes testimony by mail.",
        "url": COMMITTEE,
    },
    {
        "title": "Know your legislators",
        "text": "Find out who speaks for you, and where their office is.",
        "url": FINDER,
    },
]


ENGLISH: Mapping[str, Sequence[str]] = {
    "headline": "Ask your representative to pass the Safe Communities Act",
    "subject": "the Safe Communities Act",
    "pitch": PITCH,
    "script": SCRIPT,
    "voicemail_script": VOICEMAIL_SCRIPT,
    "talking_points": TALKING_POINTS,
}
TRANSLATED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "es": es.TEXTS,
    "pt": pt.TEXTS,
    "ht": ht.TEXTS,
    "zh_Hans": zh_hans.TEXTS,
    "zh_Hant": zh_hant.TEXTS,
}
