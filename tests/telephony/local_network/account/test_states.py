"""What can happen to an account, and what it may not do then."""

import pytest

from tests.world.patience import PATIENCE

US_TERRITORY, JAMAICA, GERMANY, NOWHERE = "+17875550123", "+18765550123", "+493012345678", "+99912345678"


@pytest.fixture
def account(network):
    return network.account


@pytest.mark.parametrize(
    ("happens", "code"),
    [
        (lambda account: account.is_suspended(), 10001),
        (lambda account: account.runs_out_of_money(), 10001),
        (lambda account: account.is_suspended(refusal=20005), 20005),
        (lambda account: account.is_suspended(refusal=20003), 20003),
        (lambda account: account.has_no_profile(), 21216),
        (lambda account: account.has_profile("in-review"), 21216),
        (lambda account: account.may_not_call(), 21215),
        (lambda account: account.is_on_trial(), 21219),
        (lambda account: account.is_fresh(), 21210),
        (lambda account: account.takes_voice_away(), 21210),
    ],
)
def test_each_state_refuses_a_call_with_its_own_code(account, place, happens, code):
    assert place() is None
    happens(account)
    assert place() == code


@pytest.mark.parametrize(
    "happens_back",
    [
        lambda account: account.is_suspended().is_reinstated(),
        lambda account: account.runs_out_of_money().is_reinstated(),
        lambda account: account.has_no_profile().has_profile(),
        lambda account: account.may_not_call().may_call(),
        lambda account: account.is_on_trial().is_upgraded(),
        lambda account: account.is_on_trial().verifies("+16175550123"),
        lambda account: account.takes_voice_away().gives_voice_back(),
    ],
)
def test_what_is_mended_works_again(account, place, happens_back):
    happens_back(account)
    assert place() is None


def test_after_a_payment_it_takes_a_while(account, place):
    account.runs_out_of_money().is_reinstated(still_refuses=2)
    assert [place(), place(), place()] == [10001, 10001, None]


def test_a_suspended_account_can_still_be_read(account, client):
    account.runs_out_of_money()
    fetched = client.api.accounts(account.credentials.sid)
    assert (fetched.fetch().status, fetched.balance.fetch().balance) == ("suspended", "-0.42")


@pytest.mark.parametrize(("code", "status"), [(20005, 403), (20003, 401)])
def test_or_nothing_can_be_read_at_all(account, client, refused, code, status):
    account.is_suspended(refusal=code)
    assert refused(client.api.accounts(account.credentials.sid).fetch) == (status, code)


@pytest.mark.parametrize(
    ("number", "code"), [(US_TERRITORY, None), (JAMAICA, 21215), (GERMANY, 21215), (NOWHERE, 21215)]
)
def test_only_the_united_states_and_their_territories_are_called_unless_more_is_allowed(place, number, code):
    assert place(to=number) == code


def test_a_verified_number_can_be_shown(account, place):
    assert place(from_="+16175550142") == 21210
    account.verifies("+16175550142")
    assert place(from_="+16175550142") is None


def test_a_suspended_account_receives_no_calls(account, network, app, hotline):
    network.connect_number(hotline, f"{app.url}/hotline", f"{app.url}/status")
    account.is_suspended()
    network.phone("+16175550142").dials(hotline)
    network.wait_until_idle(PATIENCE)
    assert (app.asked, [notice.code for notice in network.notices()]) == ([], [10003])


@pytest.mark.parametrize("field", ["has_voice", "trunk_sid", "voice_application_sid"])
def test_a_number_whose_calls_go_elsewhere_does_not_ask_its_voice_url(network, app, hotline, field):
    network.connect_number(hotline, f"{app.url}/hotline")
    setattr(network.plant.numbers.find(hotline), field, "" if field == "has_voice" else "AP" + "1" * 32)
    network.phone("+16175550142").dials(hotline)
    network.wait_until_idle(PATIENCE)
    assert app.asked == []


@pytest.mark.parametrize(
    ("happens", "code"),
    [
        (lambda account: account.may_not_call(), 13227),
        (lambda account: account.has_no_profile(), 13225),
        (lambda account: account.is_suspended(), 10001),
    ],
)
def test_what_happens_meanwhile_fails_the_dial(account, ring, app, supporter, happens, code):
    def then(_):
        happens(account)
        return "<Response><Dial action='/after'>+16175550190</Dial></Response>"

    app.pages["/voice"] = then
    ring()
    assert (app.at("/after")[0]["DialCallStatus"], app.at("/after")[0]["ErrorCode"]) == ("failed", str(code))
