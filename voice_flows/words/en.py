"""The spoken words in English. Names come before keys: "to go on, press 1"."""

WORDS = {
    "who_is_calling": "Hello. This is an automated call from {group}. You asked for this call.",
    "go_on": "To go on, press 1.",
    "press_one": "To go on, press 1. If you didn't ask for it, press 9.",
    "more_time_key": "If you need more time, press 8.",
    "more_time": "On this call we will wait three times as long for you.",
    "never_again_sure": "If you never want us to call this number again, press 9 once more. To go back, press 0.",
    "not_understood": "Sorry, we didn't get that.",
    "whom": (
        "We will connect you with the office of {representative}, who represents {town}, about {subject}. This "
        "call is not recorded."
    ),
    "whom_listed": (
        "We will connect you with the office of {representative}, about {subject}. This call is not recorded."
    ),
    "seat_vacant": "The seat of {passed_over} is vacant, so there is nobody to call there.",
    "no_number": "The Legislature lists no phone number for {passed_over}, so we can't call that office.",
    "supports_already": "{passed_over} already supports this, so we won't call that office.",
    "held_back": "This campaign is giving {passed_over} a break, so we won't call that office right now.",
    "other_turn": "This campaign calls offices by turns today, and now is not the turn of {passed_over}.",
    "several": "That is the first of {total} offices. You decide about each one.",
    "script_follows": "Here is what you can say. To skip this and be connected right away, press 1.",
    "script_follows_own": "Here is what you can say. To skip this and be connected right away, press 1.",
    "thanks_follow": (
        "They already support this, so this call is to say thank you. To be connected right away, press 1."
    ),
    "thanks_follow_own": (
        "They already support this, so this call is to say thank you. To be connected right away, press 1."
    ),
    "script_ends": "That's all.",
    "ready": "To be connected now, press 1. To hear the script again, press 2.",
    "ready_points": "To hear more reasons, press 5.",
    "ready_points_own": "To hear more reasons, press 5.",
    "ready_now": "To be connected now, press 1.",
    "script_in_english": "To hear it in English, press 2.",
    "no_points": "We have no more reasons to share.",
    "your_name": "… your name",
    "your_town": "… your town",
    "connecting": "Connecting you. Ask for {representative}. To come back to us, press star.",
    "connecting_no_star": "Connecting you. Ask for {representative}.",
    "other_line": "We'll try the other line of {representative} now. To leave it and come back to us, press star.",
    "other_line_no_star": "We'll try the other line of {representative} now.",
    "waits_turn": "Other callers are on this line; you are number {place_in_line}. Please stay on the line.",
    "waits_turn_next": "Other callers are on this line; you are next. Please stay on the line.",
    "waits_turn_keys": "To check again now, press 1. To skip this office, press star.",
    "resting": "This office's line was busy a moment ago, so we're giving it a few minutes.",
    "left_in_peace": "This campaign is giving the office of {representative} a break, so we won't call it right now.",
    "closed": "The office is closed now.",
    "closed_until": "The office is closed now. It opens {opens}.",
    "closed_message": "To leave a voicemail there now, press 1.",
    "closed_book": "To have us call you back when it opens, press 2.",
    "wave_until": "This campaign calls offices by turns, and this one's turn comes {opens}.",
    "wave_book": "To have us call you back then, press 2.",
    "or_star": "To go on to the next office, press star.",
    "leave_message": (
        "Connecting you with the office's voicemail. After the tone, say your name, your town and what you are "
        "asking for."
    ),
    "booked": "We'll call you back {booked}.",
    "booked_code": "To cancel that, use the page, or call us from this phone and enter {code}. Again, that's {code}.",
    "cannot_book": "We couldn't set a time to call you back. Please call again when the office is open.",
    "try_later": "To have us call you back in ten minutes, press 1. Otherwise, you can just hang up.",
    "next_office": "Number {nth} of {total}: the office of {representative}.",
    "next_keys": "To be connected, press 1. To hear what you can say, press 2. To skip this office, press star.",
    "office_busy": "The office's line is busy right now.",
    "office_no_answer": "Nobody at the office picked up.",
    "office_failed": "We couldn't reach the office's line.",
    "how_did_it_go": (
        "How did it go? If you talked to someone, press 1. If you left a message, press 2. If nobody answered, "
        "press 3. If the mailbox was full, press 4."
    ),
    "thanks_contact": "Wonderful. Every conversation counts.",
    "thanks_voicemail": "Thank you. Messages count too.",
    "thanks_unavailable": "Thank you for trying.",
    "thanks_mailbox_full": "Thank you. We'll give that line a break.",
    "try_again": "Please try again in a little while.",
    "no_key": "You didn't press a key, so we'll hang up now.",
    "never_again": "Sorry to have bothered you. We will never call this number again.",
    "peace_for_a_day": (
        "Sorry to have bothered you. For 24 hours we won't call this number, except at a time that was set before."
    ),
    "peace_for_good": (
        "To make that last, press 9. We'll call this number now to check, because anyone can fake a caller ID."
    ),
    "peace_withheld": (
        "Your caller ID is blocked, so we don't know which number to leave alone. Please call again without "
        "blocking it, or press 9 when we call you."
    ),
    "ring_back": "Please hang up now. Your phone will ring in a moment. Press 9 then, and we will never call it again.",
    "cannot_ring_back": (
        "We can't call you back right now. The next time we call you, press 9, and we will never call this number "
        "again."
    ),
    "confirm": "Hello. This is {group}. Someone called us from this number and asked us never to call it again.",
    "confirm_keys": "If that was you, press 9. If it was someone else, press 1.",
    "not_asked": "Thank you. Then nothing changes.",
    "peace_forget": (
        "To have us forget everything that leads to this number, press 6. For that, too, we'll call it now. "
    ),
    "ring_to_forget": (
        "Please hang up now. Your phone will ring in a moment. Press 6 then, and we will forget this number. "
    ),
    "cannot_ring_to_forget": "We can't call you back right now. Please try again tomorrow, during the day.",
    "confirm_forget": "Hello. This is {group}. Someone asked us to forget everything that leads to this number.",
    "confirm_forget_keys": "If that was you, press 6. If it was someone else, press 1.",
    "forgotten": "Done. Nothing here leads to this number anymore, and a call that was set for later is canceled.",
    "forgotten_held": (
        "Done, but for calls that a court or an authority asks for: those are forgotten once that is over. "
    ),
    "forgotten_but": (
        "For up to a month, a mark stays that keeps others from making this phone ring. It tells no one the number. "
    ),
    "welcome": "Thank you for calling {group}.",
    "this_language": "For English, press {press}.",
    "not_recorded": (
        "We will connect you with your representative's office, about {subject}. This call is not recorded."
    ),
    "where": "Enter or say your five-digit ZIP code, or say your town. If you have a code, enter it, then press pound.",
    "where_keyed": "Enter your five-digit ZIP code. If you have a code, enter it, then press pound.",
    "where_listed": "To go on, press 1. If you have a code, enter it, then press pound.",
    "where_help": (
        "We couldn't find your office. The State House switchboard, 6 1 7, 7 2 2, 2 0 0 0, knows who represents "
        "you and can connect you."
    ),
    "agree": "{place}. You'll be calling the office of {representative}.",
    "agree_town": "{place}.",
    "agree_keys": "If that is right, press 1. To go back, press 0.",
    "which_one": "{place} may have more than one representative.",
    "which_place": "We're not sure which place you mean.",
    "which_senator": "{place} may have more than one senator.",
    "for_choice": "For {choice}, press {press}.",
    "for_place": "For {choice}, press {press}.",
    "back_key": "To go back, press 0.",
    "too_many": "{place} has many representatives. Enter or say your five-digit ZIP code.",
    "too_many_keyed": "{place} has many representatives. Enter your five-digit ZIP code.",
    "which_street": "{place} has more than one representative, so it depends on your street.",
    "street_said": "Say the name of your street. Or spell its first letters on your keypad, then press pound.",
    "street_letters": "Spell the first letters of your street on your keypad, then press pound.",
    "street_skip": "If you'd rather not say, press 0, then pound.",
    "street_unknown": "We didn't find that street.",
    "which_of_streets": "Is one of these your street?",
    "is_this_street": "Is this your street?",
    "street_number": "On that street it depends on the house number. Enter it, then press pound.",
    "which_area": "More than one part of {place} has a street by that name.",
    "place_unknown": "We don't know that place in Massachusetts.",
    "place_outside": "That is outside Massachusetts, and this campaign calls offices in Massachusetts.",
    "code_unknown": "We don't recognize that code. A code is good for half an hour.",
    "senator_instead": "To call your state senator instead, press 1. To go back, press 0.",
    "code_accepted": "Thank you. Your page will follow this call now.",
    "have_booking": "We have a time to call you: {booked}. To keep it, press 1. To cancel it, press 0.",
    "booking_canceled": "All right, we won't call you then.",
    "paused": "Thank you for calling {group}. This campaign is taking a break. Please call again later. Goodbye.",
    "paused_until": "Thank you for calling {group}. This campaign is taking a break. It continues {back}. Goodbye.",
    "not_begun": "Thank you for calling {group}. This campaign begins {back}. Please call again then. Goodbye.",
    "over": "Thank you for calling {group}. This campaign has ended. Goodbye.",
    "too_often": "You have called very often in the past hour. Please call again later. Goodbye.",
    "shows_no_number": (
        "Very many calls have come in without a caller ID. Please call again with yours turned on, or call later. "
        "Goodbye."
    ),
    "took_long": (
        "This call has gone on for very long, so we'll end it here to let others through. You can call again. Goodbye."
    ),
    "call_yourself": (
        "Thank you for calling {group}. We can't connect calls right now. Please call {representative} yourself, "
        "at {instead}. What to say is at {page}. Goodbye."
    ),
    "call_switchboard": (
        "Thank you for calling {group}. We can't connect calls right now. Please call the legislature yourself, at "
        "{instead}, and ask for your representative. What to say is at {page}. Goodbye."
    ),
    "office_who": (
        "Hello. This is {group}. People in your district ask us to connect them with your office, about {subject}."
    ),
    "office_reach_us": "To reach us, press 1.",
    "office_called_less": "To ask us to call your office less, or not at all, press 2.",
    "office_how_much_less": "For fewer calls, press 1. For no more calls, press 2. To go back, press 0.",
    "office_noted": "Thank you. We'll tell the people of {group} right away. Goodbye.",
    "office_key": "If we called your office, press 7.",
    "no_campaign": "There is no longer a campaign at this number. Goodbye.",
    "trouble": "Something went wrong on our end. We're sorry. Please try again in a few minutes.",
    "unknown_call": "We couldn't find this call. Please start again from the campaign's page.",
    "goodbye": "Thank you for calling. You can reach {group} at {campaign_number}. Goodbye.",
    "farewell": "Goodbye.",
}

TITLES = {"Representative": "Representative", "Senator": "Senator"}

# Said before the five digits of one.
ZIP_CODE = "ZIP code"

# The district of a vacant seat.
DISTRICT = "the {} district"

# How the marks of an address are called: . / - :
ADDRESS_MARKS = ("dot", "slash", "dash", "colon")

# Somebody's office, as a script names it.
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
    "2": ("two", "left a message"),
    "3": ("three", "nobody"),
    "4": ("four", "full"),
    "5": ("five", "reasons", "more reasons"),
    "6": ("six",),
    "7": ("seven",),
    "8": ("eight", "more time", "relay", "captions"),
    "9": ("nine", "never", "never again"),
    "0": ("zero", "no", "not", "wrong", "incorrect", "back", "go back", "cancel"),
    "*": ("star", "skip", "next", "next office", "leave"),
    "again": ("again", "repeat", "say that again", "say it again", "once more", "one more time", "pardon"),
    "": ("wait", "hold on", "one moment", "one second", "one minute"),
}
