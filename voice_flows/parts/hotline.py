"""The hotline: language first, then where do you live, whom that makes, and on to the script like any other call."""

from collections.abc import Iterator

from voice_flows.hearing import is_talk, key_said
from voice_flows.known import Known
from voice_flows.parts.gaps import told_gap
from voice_flows.parts.greeting import farewell, sure
from voice_flows.parts.where import ANSWERS, IS_THEIRS, ask_where
from voice_flows.speak import ask, read_out, say
from voice_flows.verbs import Ask, Go, HangUp, Spoken, Verb
from voice_flows.words import CALLED, SPOKEN_KEYS

LANGUAGE_KEYS = {"1": "en", "2": "es", "3": "pt", "4": "ht", "5": "zh", "6": "yue"}
# At that question each language is known by its name, and by its number said in it, as an English ear hears them.
LANGUAGE_SAID = {key: (*CALLED[it], SPOKEN_KEYS[it][key][0]) for key, it in LANGUAGE_KEYS.items()}
LANGUAGE_NAMES = {key: CALLED[it] for key, it in LANGUAGE_KEYS.items()}
TO_LANGUAGE, TO_THE_END = "language_chosen", "what_came_of_it"
BESIDE = {"9": "hotline_never_again", "8": "hotline_more_time", "7": "office_calls"}
OFFERS = frozenset({"this_language", "more_time", "more_time_key"})  # said in every language, before one is chosen


def language_named(speech: str) -> str:
    """The key of the language of which the name was said, and little else; empty where none was."""
    is_more = is_talk(speech) or any(map(str.isdigit, speech))
    return "" if is_more else key_said(speech, "", LANGUAGE_NAMES, LANGUAGE_NAMES)


def welcome(known: Known) -> tuple[Verb, ...]:
    """Names the group, and asks for the language in each language's own words; whoever waits goes on in English."""
    of_time = "more_time" if known.is_patient else "more_time_key"
    offers = [say(of_time, in_theirs, pause=0.3) for _, in_theirs in _each(known)]
    more = (*offers, say("office_key", known))
    return _in_which_language(known, *more, to=TO_LANGUAGE, **BESIDE)


def _in_which_language(known: Known, *more: Spoken, to: str, **keys: str) -> tuple[Verb, ...]:
    """Asks for it, and for whatever more is said and has a key; whoever waits goes on in English."""
    return ask(
        known,
        say("welcome", known),
        *[say("this_language", in_theirs, pause=0.3, press=key) for key, in_theirs in _each(known)],
        *more,
        keys=dict.fromkeys(LANGUAGE_KEYS, to) | keys,
        otherwise=to,
        wait_seconds=5,
        hints=tuple(word for words in LANGUAGE_SAID.values() for word in words),
        words=LANGUAGE_SAID,
    )


def _each(known: Known) -> Iterator[tuple[str, Known]]:
    """The key of each language, and the call in it: in its own words, and in the campaign's where it has some."""
    for key, language in LANGUAGE_KEYS.items():
        yield key, known.in_language(language, known.campaign.offers.get(language, {}))


def hotline_more_time(known: Known) -> tuple[Verb, ...]:
    """The same once more for whoever needs more time, in whatever language; three times as long from now on."""
    return welcome(known.with_more_time())


def hotline_never_again(known: Known) -> tuple[Ask]:
    """Asks for a second 9, too; back is to the first question, for nobody is known yet whom to call."""
    return sure(known, then="peace_for_a_day", back="welcome")


def language_chosen(known: Known) -> tuple[Verb, ...]:
    """On in that language: first of all with where they live, where that decides whom they call."""
    return _where(known, say("not_recorded", known)) if known.campaign.asks_place else (Go("where"),)


def where(known: Known) -> tuple[Verb, ...]:
    """Asks for a ZIP code, a town, or the code on a page; for that alone where everybody calls the same offices."""
    return _where(known)


def _where(known: Known, *before: Spoken) -> tuple[Ask]:
    """The question, in one with what is said before it: whoever keys while that is said has answered."""
    return ask_where(known, *before, otherwise="where_again")


def where_again(known: Known) -> tuple[Verb, ...]:
    """Asks once more, after silence."""
    return ask_where(known, say("not_understood", known), otherwise="where_by_keys")


def where_by_keys(known: Known) -> tuple[Verb, ...]:
    """Asks for the last time, and for the ZIP code by keys: what is said has not helped."""
    return ask_where(known, say("not_understood", known), otherwise="where_help", listens=False)


def where_help(known: Known) -> tuple[Verb, ...]:
    """Three tries did not help: who can help, on which number."""
    return (say("where_help", known), *farewell(known))


def located(known: Known) -> tuple[Verb, ...]:
    """What came of the place: whom to agree on, whom to choose from, or where to ask again."""
    return ANSWERS[known.caller.found](known, "located_again")


def located_again(known: Known) -> tuple[Verb, ...]:
    """The same once more, for whoever is slow to find the key."""
    return ANSWERS[known.caller.found](known, "no_key" if known.caller.found in IS_THEIRS else "where_help")


def picked(known: Known) -> tuple[Verb, ...]:
    """One of several was chosen: agree on them, or the question that is left."""
    return located(known)


def place_picked(known: Known) -> tuple[Verb, ...]:
    """One of several places was meant."""
    return located(known)


def senator_wanted(known: Known) -> tuple[Verb, ...]:
    """The senator instead of an empty seat."""
    return located(known)


def agreed(known: Known) -> tuple[Verb, ...]:
    """They agreed on whom to call: on with the script. Where there is nobody of a list to call, they hear why."""
    if known.office.representative:
        return (Go("script"),)
    return (Go("where_help"),) if known.campaign.asks_place else (*told_gap(known), *farewell(known))


def code_accepted(known: Known) -> tuple[Verb, ...]:
    """A page and this call belong together from now on."""
    return (say("code_accepted", known), Go("script"))


def have_booking(known: Known) -> tuple[Verb, ...]:
    """They keyed the code of a call that was agreed on: when we ring, and to keep that, or cancel it."""
    keys = {"1": "where", "0": "booking_canceled"}
    return ask(known, say("have_booking", known), keys=keys, otherwise="where")


def booking_canceled(known: Known) -> tuple[Verb, ...]:
    """They are not rung at that time."""
    return _where(known, say("booking_canceled", known))


def paused(known: Known) -> tuple[Verb, ...]:
    """The campaign takes a break."""
    return (say("paused", known), HangUp())


def paused_until(known: Known) -> tuple[Verb, ...]:
    """The campaign takes a break until a time that was given."""
    return (say("paused_until", known), HangUp())


def not_begun(known: Known) -> tuple[Verb, ...]:
    """The campaign begins at its date."""
    return (say("not_begun", known), HangUp())


def over(known: Known) -> tuple[Verb, ...]:
    """The campaign has ended, which is told in the language that is chosen."""
    return _in_which_language(known, to=TO_THE_END)


def what_came_of_it(known: Known) -> tuple[Verb, ...]:
    """What came of the campaign, and that it has ended."""
    came = known.campaign.afterwards
    told = (read_out(came, known.language if known.campaign.afterwards_own else "en", 0.4),) if came else ()
    return (*told, say("over", known), HangUp())


def too_often(known: Known) -> tuple[Verb, ...]:
    """This number dialed in very often within the hour."""
    return (say("too_often", known), HangUp())


def shows_no_number(known: Known) -> tuple[Verb, ...]:
    """Very many dialed in within the hour without showing a number: nobody can tell who they are."""
    return (say("shows_no_number", known), HangUp())


def call_yourself(known: Known) -> tuple[Verb, ...]:
    """Nobody is connected just now: where the words and numbers stand, and whom they can call themselves."""
    key = "call_yourself" if known.office.representative else "call_switchboard"
    return (say(key, known), HangUp())


STEPS = (
    welcome,
    hotline_more_time,
    hotline_never_again,
    language_chosen,
    where,
    where_again,
    where_by_keys,
    where_help,
    located,
    located_again,
    picked,
    place_picked,
    senator_wanted,
    agreed,
    code_accepted,
    have_booking,
    booking_canceled,
    paused,
    paused_until,
    not_begun,
    over,
    what_came_of_it,
    too_often,
    shows_no_number,
    call_yourself,
)
