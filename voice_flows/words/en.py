"""The spoken words in English. Names come before keys: "to go on, press 1"."""

WORDS = {
    "who_is_calling": "Hello. This is an automated call from {group}. You asked for this call.",
    "go_on": "To go on, press 1.",
    "press_one": "To go on, press 1. If you did not ask for it, press 9.",
    "more_time_key": "If you need more time, press 8.",
    "more_time": "We will wait three times as long for you on this call.",
    "never_again_sure": "To never be called by us again at this number, press 9 once more. To go back, press 0.",
    "not_understood": "Sorry, we didn't get that.",
    "whom": (
        "We will connect you with the office of {representative}, who represents {town}, about {subject}. "
        "This call is not recorded."
    ),
    "whom_listed": (
        "We will connect you with the office of {representative}, about {subject}. This call is not recorded."
    ),
    "seat_vacant": "Nobody holds the seat of {passed_over} just now, so there is nobody to call there.",
    "no_number": "The Legislature lists no telephone number for {passed_over}, so we cannot ring that office.",
    "supports_already": "{passed_over} supports this already, so we do not ring that office.",
    "held_back": "{passed_over} is not called just now: this campaign gives that office a break.",
    "several": "That is the first of {total} offices. You decide about each of them.",
    "script_follows": "Here is what you can say. To skip this and be connected at once, press 1.",
    "script_follows_own": "Here is what you can say. To skip this and be connected at once, press 1.",
    "thanks_follow": "They support this already, so this call says thank you. To be connected at once, press 1.",
    "thanks_follow_own": "They support this already, so this call says thank you. To be connected at once, press 1.",
    "script_ends": "That is all.",
    "ready": "To be connected now, press 1. To hear the script again, press 2.",
    "ready_points": "To hear more reasons, press 5.",
    "ready_points_own": "To hear more reasons, press 5.",
    "ready_now": "To be connected now, press 1.",
    "script_in_english": "To hear it in English, press 2.",
    "no_points": "There are no more reasons to tell.",
    "your_name": "… your name",
    "your_town": "… your town",
    "connecting": "Connecting you. Ask for {representative}. To come back to us, press star.",
    "connecting_no_star": "Connecting you. Ask for {representative}.",
    "other_line": "We try the other line of {representative} now. To leave it and come back to us, press star.",
    "other_line_no_star": "We try the other line of {representative} now.",
    "waits_turn": "Others of us are talking with this office. Before you in line: {ahead}. Please stay on the line.",
    "waits_turn_next": "Others of us are talking with this office. You are next. Please stay on the line.",
    "waits_turn_keys": "To look again now, press 1. To leave this office out, press star.",
    "resting": "This office's line was busy a moment ago, so we let it rest for a few minutes.",
    "left_in_peace": "This campaign gives the office of {representative} a break just now, so we do not ring it.",
    "closed": "The office is closed now.",
    "closed_until": "The office is closed now. It opens {opens}.",
    "closed_message": "To leave a message on its machine now, press 1.",
    "closed_book": "To be rung by us when it opens, press 2.",
    "or_star": "To go on to the next office, press star.",
    "leave_message": "Connecting you with the office's machine. After the tone, say your name, your town and your ask.",
    "booked": "We will ring you {booked}.",
    "booked_code": "To cancel that, use the page, or call us from this phone and key {code}. Once more: {code}.",
    "cannot_book": "We could not agree on a time to ring you. Please call again when the office is open.",
    "try_later": "To be rung again in ten minutes, press 1. Else you can just hang up.",
    "next_office": "Number {nth} of {total}: the office of {representative}.",
    "next_keys": "To be connected, press 1. To hear what you can say, press 2. To leave this office out, press star.",
    "office_busy": "The office's line is busy right now.",
    "office_no_answer": "Nobody at the office picked up.",
    "office_failed": "We could not reach the office's line.",
    "how_did_it_go": (
        "How did it go? If you talked to someone, press 1. If you left a message, press 2. "
        "If nobody answered, press 3. If the mailbox was full, press 4."
    ),
    "thanks_contact": "Wonderful. Every conversation counts.",
    "thanks_voicemail": "Thank you. Messages are counted too.",
    "thanks_unavailable": "Thank you for trying.",
    "thanks_mailbox_full": "Thank you. We will let that line rest.",
    "try_again": "Please try again in a while.",
    "no_key": "We did not hear a key, so we will hang up now.",
    "never_again": "We are sorry for the disturbance. We will never call this number again.",
    "peace_for_a_day": (
        "We are sorry for the disturbance. For 24 hours we do not call this number, unless a time was agreed on before."
    ),
    "peace_for_good": (
        "To make that last, press 9: we ring this number now to ask, since anybody can pretend to call from it."
    ),
    "peace_withheld": (
        "Your number is withheld, so we do not know which one to leave in peace. Please call again and let it show, "
        "or press 9 when we ring you."
    ),
    "ring_back": "Please hang up now. Your phone rings in a moment: press 9 then, and we never call it again.",
    "cannot_ring_back": (
        "We cannot ring you back now. When we next ring you, press 9, and we never call this number again."
    ),
    "confirm": "Hello. This is {group}. Somebody called us with this number, and asked that we never call it again.",
    "confirm_keys": "If that was you, press 9. If it was somebody else, press 1.",
    "not_asked": "Thank you. Then we leave all as it was.",
    "welcome": "Thank you for calling {group}.",
    "this_language": "For English, press {press}.",
    "not_recorded": "We connect you with your representative's office, about {subject}. This call is not recorded.",
    "where": "Key or say your five-digit ZIP code, or say your town. If you have a code, key it, and then pound.",
    "where_keyed": "Key your five-digit ZIP code. If you have a code, key it, and then pound.",
    "where_listed": "To go on, press 1. If you have a code, key it, and then pound.",
    "where_help": (
        "We could not find your office. The switchboard of the State House, 6 1 7, 7 2 2, 2 0 0 0, "
        "knows who represents you and puts you through."
    ),
    "agree": "{place}. Your office is that of {representative}.",
    "agree_town": "{place}.",
    "agree_keys": "If that is right, press 1. To go back, press 0.",
    "which_one": "{place} may be represented by several.",
    "which_place": "We are not sure which place you mean.",
    "which_senator": "{place} may have several senators.",
    "for_choice": "For {choice}, press {press}.",
    "for_place": "For {choice}, press {press}.",
    "back_key": "To go back, press 0.",
    "too_many": "{place} has many representatives. Key or say your five-digit ZIP code.",
    "too_many_keyed": "{place} has many representatives. Key your five-digit ZIP code.",
    "which_street": "{place} has several representatives, so your street decides.",
    "street_said": "Say the name of your street. Or key its first letters, as they stand on the keys, and then pound.",
    "street_letters": "Key the first letters of your street, as they stand on the keys, and then pound.",
    "street_skip": "If you would rather not say, key 0 and then pound.",
    "street_unknown": "We did not find that street.",
    "which_of_streets": "Is one of these your street?",
    "is_this_street": "Is this your street?",
    "street_number": "On that street the house number decides. Key it, and then pound.",
    "which_area": "More than one part of {place} has a street of that name.",
    "place_unknown": "We do not know that place in Massachusetts.",
    "place_outside": "That is outside Massachusetts, and this campaign calls offices in Massachusetts.",
    "code_unknown": "We do not know that code. It is good for half an hour.",
    "senator_instead": "To call your state senator instead, press 1. To go back, press 0.",
    "code_accepted": "Thank you. Your page follows this call now.",
    "have_booking": "We are to ring you {booked}. To keep that, press 1. To cancel it, press 0.",
    "booking_canceled": "We will not ring you then.",
    "paused": "Thank you for calling {group}. This campaign is taking a break. Please call again later. Goodbye.",
    "paused_until": "Thank you for calling {group}. This campaign is taking a break. It continues {back}. Goodbye.",
    "not_begun": "Thank you for calling {group}. This campaign begins {back}. Please call again then. Goodbye.",
    "over": "Thank you for calling {group}. This campaign has ended. Goodbye.",
    "too_often": "You have called very often within this hour. Please call again later. Goodbye.",
    "shows_no_number": (
        "Very many calls have come without a number shown. Please show your number and call again, or call "
        "later. Goodbye."
    ),
    "took_long": (
        "This call has gone on for very long, so we end it here for others to get through. You can call again. Goodbye."
    ),
    "call_yourself": (
        "Thank you for calling {group}. We cannot connect calls just now: please call {representative} yourself, "
        "at {instead}; what to say stands at {page}. Goodbye."
    ),
    "call_switchboard": (
        "Thank you for calling {group}. We cannot connect calls just now: please call the legislature yourself, "
        "at {instead}, and ask for your representative; what to say stands at {page}. Goodbye."
    ),
    "office_who": (
        "Hello. This is {group}. People of your district ask us to connect them with your office, about {subject}."
    ),
    "office_reach_us": "To reach us, press 1.",
    "office_called_less": "To ask that your office be called less, or not at all, press 2.",
    "office_how_much_less": "To be called less often, press 1. To be called no more, press 2. To go back, press 0.",
    "office_noted": "Thank you. We tell the people of {group} right away. Goodbye.",
    "office_key": "If we called your office, press 7.",
    "no_campaign": "There is no campaign at this number any more. Goodbye.",
    "trouble": "Something went wrong on our side. We are sorry. Please try again in a few minutes.",
    "unknown_call": "We could not find this call. Please start again from the campaign's page.",
    "goodbye": "Thank you for calling. You can reach {group} at {campaign_number}. Goodbye.",
    "farewell": "Goodbye.",
}

TITLES = {"Representative": "Representative", "Senator": "Senator"}

# Said before the five digits of one.
ZIP_CODE = "ZIP code"

# Somebody's office, as a script names it.
# How the marks of an address are called: . / - :
ADDRESS_MARKS = ("dot", "slash", "dash", "colon")

OFFICE_OF = "the office of {}"

# How callers name this language when they are asked which one they speak.
CALLED = ("english", "inglés", "ingles", "inglês", "angle", "anglais", "英语", "英文")

# What people also say to somebody beside the phone: it rings no office.
IN_PASSING = ("okay", "yeah", "right", "go")

# What callers say instead of pressing a key, for those who have none; the number comes first. Last, what is no answer.
SPOKEN_KEYS = {
    "1": (
        "one",
        "yes",
        "yeah",
        "okay",
        "go",
        "connect",
        "right",
        "correct",
        "leave a message",
        "talked",
    ),
    "2": ("two", "again", "repeat", "left a message"),
    "3": ("three", "nobody"),
    "4": ("four", "full"),
    "5": ("five", "reasons", "more reasons"),
    "6": ("six",),
    "7": ("seven",),
    "8": ("eight", "more time", "relay", "captions"),
    "9": ("nine", "never", "never again"),
    "0": ("zero", "no", "not", "wrong", "incorrect", "back", "go back", "cancel"),
    "*": ("star", "skip", "next", "next office", "leave"),
    "": ("wait", "hold on", "one moment", "one second", "one minute"),
}
