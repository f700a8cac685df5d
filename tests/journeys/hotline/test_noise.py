"""Noise is no answer: who practices aloud, or has a radio on, is neither hung up on nor connected."""

from models import ReportedOutcome

ENGLISH = "1"
PRACTICES = ("hello my name is Ana", "I live in Holyoke and I am calling about the bill", "okay")


def test_whoever_practices_aloud_is_not_cut_off_and_not_connected_by_an_okay(dials_in, office):
    call = dials_in(ENGLISH, "01040", "1", *PRACTICES, "okay", *PRACTICES, "1", "1")
    assert (call.talk_seconds, call.reported_outcome) == (42, ReportedOutcome.CONTACT)


def test_noise_at_every_question_costs_nothing_but_its_time(dials_in, office):
    noise = ("mmh", "the weather is nice today isn't it")
    call = dials_in(*noise, ENGLISH, "01040", *noise, *noise, "1", "1", *noise, *noise, "1")
    assert (call.talk_seconds, call.reported_outcome) == (42, ReportedOutcome.CONTACT)
