"""Why an account may not call somebody: the first reason that Twilio would name."""

from dataclasses import dataclass

from app.telephony.local_network.account.account import Account

NOT_ACTIVE = {10001: (400, "Account is not active"), 20005: (403, "Account not active"), 20003: (401, "Authenticate")}
# What the debugger says of the same thing when a <Dial> fails of it.
WITHIN_A_CALL = {21215: 13227, 21216: 13225}


@dataclass(frozen=True)
class NotAllowed:
    """A refusal with Twilio's code, and the HTTP status of its answer."""

    code: int
    text: str
    status: int = 400

    @property
    def dial_code(self) -> int:
        """The code where a <Dial> fails of it."""
        return WITHIN_A_CALL.get(self.code, self.code)


def not_active(account: Account) -> NotAllowed | None:
    """Why the account may do nothing that costs money; after a payment each question brings the end nearer."""
    if account.is_active:
        return None
    account.still_refuses = max(account.still_refuses - 1, 0)
    status, text = NOT_ACTIVE[account.refusal]
    return NotAllowed(account.refusal, text, status)


def not_to_call(account: Account, number: str) -> NotAllowed | None:
    """Why the account may not call this number."""
    refused = not_active(account)
    if refused:
        return refused
    if not account.permissions.allows(number):
        return NotAllowed(21215, f"Account not authorized to call {number}.")
    if number.startswith("+1") and not account.profiles.are_approved:
        return NotAllowed(21216, f"Account not allowed to call {number}: it has no approved primary customer profile.")
    if account.is_trial and number not in account.caller_ids:
        return NotAllowed(21219, f"The number {number} is unverified. Trial accounts may only call verified numbers.")
    return None
