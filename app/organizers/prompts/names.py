"""Every prompt in the order of a call, as organizers read of it; languages, blanks, and what can be recorded."""

from collections.abc import Mapping
from typing import NamedTuple

from voice_flows.blanks import blanks_in
from voice_flows.words.en import WORDS


class PromptName(NamedTuple):
    """A prompt as organizers read of it."""

    title: str
    when: str


GROUPS: Mapping[str, Mapping[str, PromptName]] = {
    "When we ring a supporter": {
        "who_is_calling": PromptName(
            "Greeting",
            "The first words, twice: families and machines hear them too, so that they name the group alone.",
        ),
        "go_on": PromptName("Go on?", "Between the two greetings, for whoever presses at once."),
        "press_one": PromptName(
            "Go on, or never again", "Right after the greeting. Keys: 1 goes on, 9 is never again."
        ),
        "more_time_key": PromptName(
            "More time?", "After that, and on the hotline after the languages. Key 8 triples how long we wait."
        ),
        "more_time": PromptName("More time", "After key 8, or where the box on the page was ticked."),
        "never_again_sure": PromptName("Never again: sure?", "After key 9. Keys: 9 once more confirms, 0 goes back."),
        "never_again": PromptName("Never again", "After the second 9: this number will not be called again."),
        "confirm": PromptName("We ring back", "If a caller ID asked never to be called, and had us ring it back."),
        "confirm_keys": PromptName("Was that you?", "After that. Keys: 9 never again, 1 somebody else had claimed it."),
        "not_asked": PromptName("It was not", "After that 1: the number is called as before."),
        "confirm_forget": PromptName("Forget this number?", "If somebody asked us to forget a number, and we ring it."),
        "confirm_forget_keys": PromptName(
            "Was that you?", "After that. Keys: 6 forgets it, 1 somebody else had asked for it."
        ),
        "forgotten": PromptName("Forgotten", "After that 6: nothing leads to this number any more."),
        "forgotten_held": PromptName(
            "Forgotten, but for a court", "Instead, while a legal hold keeps calls of that number."
        ),
        "forgotten_but": PromptName("What stays", "After that: a mark that keeps others from having it rung."),
        "farewell": PromptName("Last word", "After “never again”, before we hang up."),
    },
    "When somebody dials the hotline": {
        "welcome": PromptName("Welcome", "The first words of the hotline."),
        "this_language": PromptName(
            "This language", "The offer of this language, said in it. {press} is the key that chooses it."
        ),
        "not_recorded": PromptName("What this is", "After the language. Say here, too, that nothing is recorded."),
        "where": PromptName("Where do you live?", "Hears a ZIP code by key or voice, a town, or a code."),
        "where_keyed": PromptName(
            "Where do you live? By keys", "For the third try, and with a carrier that understands no words: Somleng."
        ),
        "where_listed": PromptName(
            "Go on?", "In place of that question, if everybody calls the same offices. Key 1 goes on; hears a code."
        ),
        "place_unknown": PromptName("Place unknown", "If we do not know the place; the question follows again."),
        "place_outside": PromptName("Outside the state", "If the place is in another state; the question follows."),
        "too_many": PromptName("Too many", "If more than six could represent a place; asks for the ZIP code."),
        "too_many_keyed": PromptName("Too many, by keys", "The same with a carrier that understands no words."),
        "which_street": PromptName("The street decides", "If the town has several districts; the question follows."),
        "street_said": PromptName("Which street?", "Hears its name, or its first letters by keys and then pound."),
        "street_letters": PromptName("Which street? By keys", "For the second try, and where no words are understood."),
        "street_skip": PromptName("Rather not say", "After that question. Key 0 goes on without a street."),
        "street_unknown": PromptName("Street unknown", "If we do not find it; asks for its letters."),
        "which_of_streets": PromptName("Which of these?", "Before a menu of streets that may be meant."),
        "is_this_street": PromptName(
            "Your street?", "Before the one street that was found. Key 1 agrees, 0 goes back."
        ),
        "street_number": PromptName("House number", "Where it decides; hears it by keys and then pound."),
        "which_area": PromptName("Which part of town?", "Before a menu, if several parts have such a street."),
        "which_one": PromptName("Which one?", "Before a menu of names that may represent the place."),
        "which_senator": PromptName("Which senator?", "The same, among senators."),
        "which_place": PromptName("Which place?", "Before a menu of places, if several sound like what was said."),
        "for_choice": PromptName("A name of the menu", "One line of a menu of names."),
        "for_place": PromptName("A place of the menu", "One line of a menu of places."),
        "back_key": PromptName("Back", "The last line of a menu. Key 0 goes back."),
        "agree": PromptName("The office found", "Says the place and whose office it is, before the question."),
        "agree_town": PromptName(
            "The place found", "Says the place alone: before a single choice, or if all call the same offices."
        ),
        "agree_keys": PromptName("Right?", "After the office or place. Keys: 1 agrees, 0 goes back."),
        "senator_instead": PromptName("The senator instead", "If nobody else can be called. Keys: 1 yes, 0 back."),
        "code_accepted": PromptName("Page joined", "After the code of a page that somebody has open."),
        "code_unknown": PromptName("Code unknown", "If no page shows that code; the question follows again."),
        "where_help": PromptName("No office found", "After three tries. Give a number that helps."),
        "have_booking": PromptName("A call is agreed", "After its code was keyed. Keys: 1 keeps it, 0 cancels."),
        "booking_canceled": PromptName("Call canceled", "After that 0."),
        "peace_for_a_day": PromptName("Peace for a day", "After key 9 twice: a caller ID alone proves nothing."),
        "peace_for_good": PromptName("Peace for good?", "After that. Key 9 has us ring that number, to make sure."),
        "peace_forget": PromptName("Be forgotten?", "After that. Key 6 has us ring that number, to make sure."),
        "ring_to_forget": PromptName("We ring to forget", "After that 6, before we hang up."),
        "cannot_ring_to_forget": PromptName("No ring to forget", "The same at night, or if we rang for it lately."),
        "peace_withheld": PromptName("Number withheld", "The same for whoever withholds their number."),
        "ring_back": PromptName("We ring back", "After that 9, before we hang up."),
        "cannot_ring_back": PromptName("No ring back", "The same at night, or if we rang back within a month."),
        "paused": PromptName("Paused", "All that the hotline says while the campaign is paused."),
        "paused_until": PromptName("Paused until", "The same where you said when it goes on: {back} is that time."),
        "not_begun": PromptName("Not begun", "All that it says before the campaign's start date: {back} is that time."),
        "over": PromptName("Over", "All that the hotline says once the campaign has ended."),
        "too_often": PromptName("Too often", "If one number dials very often within an hour."),
        "shows_no_number": PromptName("No number shown", "If very many dial within an hour who show no number."),
        "call_yourself": PromptName(
            "Call yourself", "All that it says while nobody is connected, where the campaign calls one office alone."
        ),
        "call_switchboard": PromptName(
            "Call the switchboard", "The same where it calls several: {instead} is the switchboard, {page} your page."
        ),
        "office_key": PromptName("For offices", "The last words of the welcome. Key 7 is for offices that we called."),
    },
    "If an office calls back": {
        "office_who": PromptName("Who we are", "What an office hears that calls the campaign's number."),
        "office_reach_us": PromptName("Reach us?", "After that, if you said whom it reaches. Key 1 tells that."),
        "office_called_less": PromptName("Fewer calls?", "After that. Key 2 asks how many fewer."),
        "office_how_much_less": PromptName("How many fewer?", "Keys: 1 fewer calls, 2 none, 0 goes back."),
        "office_noted": PromptName("Noted", "After 1 or 2. You are told at the same moment."),
    },
    "Before the script": {
        "seat_vacant": PromptName("Vacant seat", "If nobody holds the seat that the supporter would call."),
        "no_number": PromptName("No number", "If the office that the supporter would call has no number."),
        "supports_already": PromptName("Supports it already", "If an office is left out because it supports this."),
        "held_back": PromptName("Held back", "If you let nobody call the office for now."),
        "other_turn": PromptName("Not their turn", "On a day of action: if an office is left out for one in its wave."),
        "whom": PromptName("Whom you will talk to", "After key 1. Say here, too, that nothing is recorded."),
        "whom_listed": PromptName("Whom, from a list", "The same, if the campaign calls a list of office holders."),
        "several": PromptName("Several offices", "If the call goes to more than one office holder."),
        "script_follows": PromptName("The script follows", "Right before we read the script. Key 1 skips it."),
        "script_follows_own": PromptName(
            "The script follows, translated", "The same, where the script is told in the supporter's language alone."
        ),
        "thanks_follow": PromptName("A thank-you follows", "The same, before the script of thanks. Key 1 skips it."),
        "thanks_follow_own": PromptName(
            "A thank-you follows, translated", "The same, where it is told in the supporter's language alone."
        ),
    },
    "The script": {
        "your_name": PromptName("In place of the name", "Within the script, where supporters say their own name."),
        "your_town": PromptName("In place of the town", "The same for their town, where we did not ask for it."),
        "script_ends": PromptName("End of the script", "Right after the script."),
        "ready": PromptName("Ready?", "After the script. Keys: 1 connects, 2 reads the script again."),
        "ready_points": PromptName("More reasons?", "After that, if there are talking points. Key 5 reads them."),
        "ready_points_own": PromptName(
            "More reasons, translated?", "The same, where the talking points are translated."
        ),
        "ready_now": PromptName("Ready, translated?", "After a translated script. Key 1 connects."),
        "script_in_english": PromptName("In English?", "After that. Key 2 reads the same in English."),
        "no_points": PromptName("No more reasons", "After key 5, if there are no talking points."),
    },
    "To the office": {
        "connecting": PromptName("Connecting", "While we ring the office. The star key comes back to us."),
        "connecting_no_star": PromptName(
            "Connecting, without star", "The same with a carrier by which no key leaves the office: Somleng."
        ),
        "other_line": PromptName("Other line", "While we ring the office's other line. The star key comes back to us."),
        "other_line_no_star": PromptName(
            "Other line, without star", "The same with a carrier by which no key leaves the office."
        ),
        "waits_turn": PromptName("In line", "While other supporters talk with the office. Says how many are before."),
        "waits_turn_next": PromptName("Next in line", "The same, for whoever is next."),
        "waits_turn_keys": PromptName("Keys in line", "After who is before. Keys: 1 looks again, star leaves it out."),
        "resting": PromptName("Line at rest", "If the line was busy a moment ago, so that we leave it alone."),
        "left_in_peace": PromptName(
            "Held back since", "If you hold an office back while somebody is about to call it."
        ),
        "closed": PromptName("Closed", "If the office is closed and we do not know when it opens."),
        "closed_until": PromptName("Closed until", "If the office is closed: when it opens."),
        "closed_message": PromptName("Leave a message?", "After that. Key 1 rings the office's machine."),
        "wave_until": PromptName("Its turn comes later", "On a day of action, if the office waits for its wave."),
        "wave_book": PromptName("Ring you then?", "After that. Key 2 agrees on a call when its wave begins."),
        "closed_book": PromptName("Ring you later?", "After that. Key 2 agrees on a call when it opens."),
        "or_star": PromptName("Or the next office", "After that, if there is a next office. The star goes on to it."),
        "leave_message": PromptName("To the machine", "While we ring an office that is closed."),
        "booked": PromptName("Call agreed", "After key 2: when we will ring."),
        "booked_code": PromptName("How to cancel it", "After that: the code that cancels it from the same phone."),
        "cannot_book": PromptName("No call agreed", "If no time could be agreed on."),
    },
    "After the office": {
        "office_busy": PromptName("Busy", "If the office's line is busy."),
        "office_no_answer": PromptName("No answer", "If nobody at the office picks up."),
        "office_failed": PromptName("Not reached", "If the office's line cannot be reached."),
        "how_did_it_go": PromptName(
            "How did it go?",
            "After the office. Keys: 1 talked to someone, 2 left a message, 3 nobody answered, 4 the mailbox was full.",
        ),
        "thanks_contact": PromptName("Thanks for talking", "After key 1: they talked to someone."),
        "thanks_voicemail": PromptName("Thanks for the message", "After key 2: they left a message."),
        "thanks_unavailable": PromptName("Thanks for trying", "After key 3: nobody answered."),
        "thanks_mailbox_full": PromptName("Mailbox full", "After key 4: the mailbox was full."),
    },
    "The next office": {
        "next_office": PromptName("Next office", "Before each further office."),
        "next_keys": PromptName(
            "Call it?", "Right after that. Keys: 1 connects, 2 reads the script, star leaves it out."
        ),
    },
    "The end": {
        "try_later": PromptName("Again in ten minutes?", "If no office was reached. Key 1 agrees on another call."),
        "try_again": PromptName("Try again later", "At the end, if no office was reached and we cannot ring."),
        "took_long": PromptName("Took long", "If a call goes on for very long before anybody is connected."),
        "goodbye": PromptName("Goodbye", "The last words of a call."),
    },
    "If something is in the way": {
        "not_understood": PromptName("Wrong key", "If no key was pressed, or another one; the question follows again."),
        "no_key": PromptName("Nobody there", "If there is no key the second time either. A machine may hear this."),
        "trouble": PromptName(
            "Trouble on our side", "If something breaks. We may not know then which campaign it was."
        ),
        "unknown_call": PromptName("Unknown call", "If we cannot find the call, and so not its campaign."),
        "no_campaign": PromptName("No campaign", "If somebody dials a number at which no campaign is."),
    },
}

PROMPTS: Mapping[str, PromptName] = {key: name for group in GROUPS.values() for key, name in group.items()}

# Said when it is not known whose call it is: the same in every campaign.
EVERYWHERE = frozenset({"trouble", "unknown_call", "no_campaign"})

# These differ from call to call within the sentence, so that only a voice can say it.
ONLY_SPOKEN = frozenset({"place", "choice", "opens", "booked", "code", "back", "ahead", "place_in_line", "instead"})

# Always text: `your_name` and `your_town` are spoken in the middle of the script.
TEXT_ONLY = frozenset({"your_name", "your_town"}) | {
    key for key, words in WORDS.items() if ONLY_SPOKEN & set(blanks_in(words))
}

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "es": "Spanish",
    "pt": "Portuguese",
    "ht": "Haitian Creole",
    "zh": "Mandarin",
    "yue": "Cantonese",
}

# No telephone carrier has a voice for these.
WITHOUT_VOICE = frozenset({"ht"})

BLANKS: Mapping[str, str] = {
    "group": "your group",
    "subject": "what the campaign is about",
    "campaign_number": "the campaign's number, digit by digit",
    "town": "the supporter's town",
    "representative": "the office holder, such as “Representative Ana Example”",
    "passed_over": "the office holder, or the seat, that cannot be called",
    "nth": "the how-manieth office this is, in digits",
    "total": "how many offices there are, in digits",
    "ahead": "how many are before them in the office's line, in digits",
    "place_in_line": "their place in the office's line, in digits",
    "opens": "when the office opens, such as “on Monday at 9 AM”",
    "booked": "when we will ring",
    "code": "the code of that call, digit by digit",
    "back": "when the campaign goes on, or begins",
    "instead": "the number to call oneself, digit by digit",
    "page": "the address of the campaign's page",
    "place": "the place that we understood",
    "choice": "one name or place of the menu",
    "press": "the key to press for it",
}

FAR_TOO_LARGE = "This file is far too large, perhaps a video. Save only the sound, as a voice memo (m4a) or MP3."
