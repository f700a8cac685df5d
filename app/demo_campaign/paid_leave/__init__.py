"""The second campaign, in our own words: paid family and medical leave, before both chambers."""

from collections.abc import Mapping, Sequence

from app.demo_campaign.paid_leave import es, ht, pt, zh_hans, zh_hant

GROUP = "Time to Care Massachusetts"
SLUG = "paid-leave"
PHONE_NUMBER = "+16175550101"  # fictional: it reaches nobody
BILL = "https://malegislature.gov/Bills/190/H2172"
SENATE_BILL = "https://malegislature.gov/Bills/190/S1048"
FINDER = "https://malegislature.gov/Search/FindMyLegislator"

PITCH = """\
A child is born, a parent falls ill, a treatment takes weeks. Whoever has no paid leave must choose between the people \
who need them and the rent. Paid family and medical leave, H.2172 in the House and S.1048 in the Senate, would let \
everybody in Massachusetts take that time and keep their job and part of their pay.

Both chambers have the bill before them, so one call from us goes to two offices: first to your representative, then \
to your senator. You decide about each.

Never called before? Most people have not. A staff member or a machine will answer. You say your name, your town and \
one sentence; they write it down and thank you. We read you the script first, and you can stop at any time."""

SCRIPT = """\
Hello, my name is [name], and I live in [City/Town].

I am calling to ask [Representative] to support paid family and medical leave, H.2172 and S.1048.

Nobody should lose their job or their home because they care for a newborn, for a sick parent, or for themselves.

Will [Representative] vote for it? Thank you."""

VOICEMAIL_SCRIPT = """\
Hello, my name is [name], from [City/Town]. I ask [Representative] to support paid family and medical leave, H.2172 \
and S.1048, so that nobody loses their job because they care for somebody. I am a constituent. Thank you."""

TALKING_POINTS = [
    "It is for births and adoptions, for a seriously ill relative, and for one's own serious illness.",
    "Whoever takes leave keeps their job, and part of their pay comes from a fund that all pay into.",
    "Today it is mostly those who earn well who have paid leave; those who earn little have least of it.",
    "A small shop cannot pay for weeks of leave by itself: a shared fund makes it possible there, too.",
    "Other states have had such a fund for years.",
]

ACTIONS: Sequence[Mapping[str, object]] = [
    {
        "title": "Ask three friends to call",
        "text": "Offices count calls by the day. Three more take one message.",
        "shares": True,
    },
    {
        "title": "Read the Senate's bill",
        "text": "The same leave, in the words of the other chamber.",
        "url": SENATE_BILL,
    },
    {
        "title": "Know your legislators",
        "text": "Find out who speaks for you, and where their office is.",
        "url": FINDER,
    },
]

ENGLISH: Mapping[str, Sequence[str]] = {
    "headline": "Ask your legislators for paid family and medical leave",
    "subject": "paid family and medical leave",
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
