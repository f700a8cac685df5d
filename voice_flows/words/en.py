"""The spoken words in English. Names come before keys: "to go on, press 1"."""

WORDS = {
    "who_is_calling": (
        "Hello. This is an automated call from {group}. "
        "You asked us on our page to connect you with the office of {representative}, about {subject}."
    ),
    "press_one": (
        "To go on, press 1. If you did not ask for this call, press 9, and we will never call this number again."
    ),
    "not_understood": "Sorry, we did not get that.",
    "whom": (
        "We will connect you with the office of {representative}, who represents {town}. This call is not recorded."
    ),
    "seat_vacant": "Nobody holds the seat of {passed_over} just now, so there is nobody to call there.",
    "no_number": "The Legislature lists no telephone number for {passed_over}, so we cannot ring that office.",
    "supports_already": "{passed_over} supports this already, so we do not ring that office.",
    "several": "That is the first of {total} offices. You decide about each of them.",
    "thanks_follow": "They support this already, so this call says thank you. To be connected at once, press 1.",
    "script_follows": "Here is what you can say. To skip this and be connected at once, press 1.",
    "script_ends": "That was the script.",
    "ready": "To be connected now, press 1. To hear the script again, press 2.",
    "your_name": "… your name",
    "connecting": (
        "Connecting you now with the office of {representative}. "
        "Ask for {representative} by name. To leave the office and come back to us, press star."
    ),
    "other_line": "We try the other line of {representative} now. To leave it and come back to us, press star.",
    "next_office": "Number {nth} of {total}: the office of {representative}.",
    "next_keys": ("To be connected, press 1. To hear what you can say, press 2. To leave this office out, press star."),
    "office_busy": "The office's line is busy right now.",
    "office_no_answer": "Nobody at the office picked up.",
    "office_failed": "We could not reach the office's line.",
    "how_did_it_go": (
        "One question before you go. If you talked to someone, press 1. "
        "If you left a message, press 2. If nobody answered, press 3."
    ),
    "thanks_contact": "Wonderful. Every conversation counts.",
    "thanks_voicemail": "Thank you. Messages are counted too.",
    "thanks_unavailable": "Thank you for trying.",
    "try_again": "Please try again in a while; the page you came from can ring you once more.",
    "no_key": "We did not hear a key, so we will hang up now.",
    "never_again": "We are sorry for the disturbance. We will never call this number again.",
    "trouble": "Something went wrong on our side. We are sorry. Please try again in a few minutes.",
    "unknown_call": "We could not find this call. Please start again from the campaign's page.",
    "goodbye": "Thank you for calling. You can reach {group} at {campaign_number}. Goodbye.",
    "farewell": "Goodbye.",
}
