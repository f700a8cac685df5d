"""What <Gather> hears, and when it gives up."""

import pytest

from app.telephony.local_network import Faults

NOTHING_HEARD = 4  # a seed


@pytest.fixture
def answer(app, ring, supporter):
    """Ask with these attributes and return what the action is told; {} when it was not asked."""

    def ask(attributes="", prompt="<Say>Please answer.</Say>", then="<Hangup/>"):
        gather = f'<Gather action="/answer" {attributes}>{prompt}</Gather>'
        app.pages["/voice"] = f"<Response>{gather}{then}</Response>"
        call = ring()
        return {**(app.at("/answer") or [{}])[0], "seconds": call.duration}

    return ask


def test_as_many_keys_as_asked_for(supporter, answer):
    supporter.then_presses("0139")
    assert answer('numDigits="4"')["Digits"] == "0139"


def test_the_finish_key_is_not_part_of_the_answer(supporter, answer):
    supporter.then_presses("42#")
    assert answer()["Digits"] == "42"


def test_another_finish_key(supporter, answer):
    supporter.then_presses("4#*")
    assert answer('finishOnKey="*"')["Digits"] == "4#"


def test_without_a_finish_key_the_hash_is_an_answer(supporter, answer):
    supporter.then_presses("#")
    assert answer('finishOnKey="" numDigits="1"')["Digits"] == "#"


def test_silence_after_some_keys_ends_the_answer(supporter, answer):
    supporter.then_presses("42")
    assert answer('timeout="3"')["Digits"] == "42"


def test_a_recognizer_may_mishear(supporter, answer, network):
    network.suffer(Faults(mishears=1.0, seed=0))
    supporter.then_says("oh two one three nine")
    assert answer('input="speech dtmf"')["SpeechResult"] == "Oh two one three okay nine"


def test_what_is_not_understood_is_silence(supporter, answer, network):
    network.suffer(Faults(mishears=1.0, seed=NOTHING_HEARD))
    supporter.then_says("oh two one three nine")
    assert "SpeechResult" not in answer('input="speech dtmf"')


def test_silence_falls_through_to_the_next_verb(supporter, answer, network):
    supporter.then_presses_nothing()
    told = answer('timeout="6"', then="<Say>Goodbye.</Say>")
    assert "Digits" not in told
    assert network.transcript()[-1].text == "Goodbye."


def test_silence_lasts_from_the_end_of_the_prompt(supporter, answer):
    supporter.then_presses_nothing()
    assert answer('timeout="6"', prompt="<Pause length='10'/>")["seconds"] == "16"


def test_silence_is_an_answer_where_it_is_asked_for(supporter, answer):
    supporter.then_presses_nothing()
    assert answer('actionOnEmptyResult="true"')["Digits"] == ""


def test_a_bare_hash_is_no_answer(supporter, answer):
    supporter.then_presses("#")
    assert "Digits" not in answer()


def test_the_first_key_stops_the_prompt(supporter, answer, network):
    supporter.then_interrupts_with("1", after=2)
    told = answer('numDigits="1"', prompt="<Pause length='60'/><Say>Never heard.</Say>")
    assert (told["Digits"], told["seconds"]) == ("1", "2")
    assert [line.who for line in network.transcript()] == ["supporter"]


def test_a_key_comes_as_late_as_the_script_says(supporter, answer):
    supporter.then_presses("1", after=4)
    assert answer('numDigits="1"', prompt="<Pause/>")["seconds"] == "5"


def test_spoken_words(supporter, answer):
    supporter.then_says("Holyoke")
    told = answer('input="speech dtmf" hints="Holyoke, Lynn"')
    assert told["SpeechResult"] == "Holyoke"
    assert 0 < float(told["Confidence"]) <= 1


def test_words_are_not_heard_by_a_question_for_keys(supporter, answer):
    supporter.then_says("Holyoke")
    assert "SpeechResult" not in answer()


def test_hanging_up_at_a_question(supporter, answer, app):
    supporter.then_hangs_up(after=2)
    assert answer(prompt="<Pause/>")["seconds"] == "3"
    assert app.events()[-1] == "completed"


def test_hanging_up_during_the_second_question(app, supporter, ring, network):
    app.pages["/voice"] = '<Response><Gather timeout="2"/><Gather timeout="9"/></Response>'
    supporter.hangs_up_during("gather", nth=2, after=3)
    assert ring().duration == "5"


def test_without_an_action_the_same_document_is_asked_again(app, supporter, ring):
    again = '<Response><Gather numDigits="1"/></Response>'
    app.pages["/voice"] = lambda form: "<Response/>" if "Digits" in form else again
    supporter.then_presses("7")
    ring()
    assert [form.get("Digits") for form in app.at("/voice")] == [None, "7"]


def test_a_voicemail_presses_nothing_and_leaves_after_a_minute(app, supporter, ring, network):
    app.pages["/voice"] = "<Response><Gather timeout='300'><Say>Press one.</Say></Gather></Response>"
    supporter.is_voicemail(greeting="Hello, leave a message.")
    assert ring().duration == "60"
    assert network.transcript()[0].text == "Hello, leave a message."


def test_a_sentence_that_a_key_may_cut_short_is_no_question_to_a_script(app, supporter, ring, network):
    cut = '<Gather input="dtmf" numDigits="1" timeout="1" action="/cut"><Say>Connecting you.</Say></Gather>'
    app.pages["/voice"] = f'<Response>{cut}<Gather numDigits="1" action="/key"><Say>Press.</Say></Gather></Response>'
    app.pages["/key"] = "<Response><Say>It was asked.</Say></Response>"
    supporter.then_presses("1")
    ring()
    assert network.transcript()[-1].text == "It was asked."


def test_whoever_listens_answers_what_is_asked(app, supporter, ring, network):
    asks = '<Gather input="dtmf speech" numDigits="1" action="/voice"><Say>{}</Say></Gather>'
    app.pages["/voice"] = f"<Response>{asks.format('Which town?')}</Response>"
    supporter.whenever_asked("Which town", "Holyoke", "1")
    supporter.hangs_up_during("gather", nth=3)
    ring()
    assert [it.text or it.keys for it in network.transcript() if it.who == "supporter"] == ["Holyoke", "1"]
