"""What the test credentials get: calls and numbers that are checked and never come about (Twilio's magic numbers)."""

from flask import request
from flask.typing import ResponseReturnValue

from app.telephony.local_network.account.account import Account
from app.telephony.local_network.account.numbers import OwnedNumber
from app.telephony.local_network.account.sids import sid_of
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.rest.errors import RestError
from app.telephony.local_network.rest.numbers.resources import number_resource
from app.telephony.local_network.rest.resources import call_resource
from app.telephony.local_network.rest.validation import MAGIC_OK_FROM, check_parameters, plain
from app.telephony.local_network.timing.clock import RealClock

NO_SUCH_NUMBER = {"+15005550000": 21422, "+15005550001": 21421}
AREA_CODE_WITH_NUMBERS = "500"


def answer_to_test(account: Account) -> ResponseReturnValue:
    """Answer a request that came with the test credentials.

    Raises:
        RestError: what would go wrong with it, or 20008 where there is nothing to test.
    """
    place = f"/2010-04-01/Accounts/{account.credentials.test[0]}"
    if request.method == "POST" and request.path == f"{place}/Calls.json":
        check_parameters(request.form, lambda _: False)
        return _call(account), 201
    if request.method == "POST" and request.path == f"{place}/IncomingPhoneNumbers.json":
        return _number(account), 201
    raise RestError(20008, "Resource not accessible with Test Account Credentials", 403)


def _call(account: Account) -> dict[str, object]:
    to, caller = plain(request.form["To"]), plain(request.form["From"])
    clock = RealClock()
    leg = Leg(sid_of("CA", "test", to, caller), to, caller, "outbound-api", clock, lambda _, __: None)
    return call_resource(leg, account.credentials.test[0], None, account.billing, clock.now())


def _number(account: Account) -> dict[str, object]:
    wanted = request.form.get("PhoneNumber", "")
    if not wanted and request.form.get("AreaCode", "") != AREA_CODE_WITH_NUMBERS:
        raise RestError(21452, "No phone numbers found in area code")
    number = wanted or MAGIC_OK_FROM
    if number != MAGIC_OK_FROM:
        raise RestError(NO_SUCH_NUMBER.get(number, 21421), f"{number} is not available.")
    return number_resource(
        OwnedNumber(sid_of("PN", "test", number), number, account.opened), account.credentials.test[0]
    )
