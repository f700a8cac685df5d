"""How an account stands, in one sentence for people."""

from app.telephony.local_network.account.account import Account

PROFILES = {"twilio-approved": "approved", "twilio-rejected": "rejected"}


def how_it_stands(account: Account) -> str:
    """Everything that decides whether it may call."""
    profile, numbers = account.profiles.primary, len(account.numbers.all())
    known = PROFILES.get(profile.status, profile.status.replace("-", " ")) if profile else "missing"
    calls = "may" if account.permissions.by_country["US"].low_risk_numbers_enabled else "may not"
    sign = "-" if account.balance < 0 else ""
    return (
        f"{account.type} account, {account.status}, {sign}${abs(account.balance)} left. Customer profile: {known}. "
        f"{numbers} {'number' if numbers == 1 else 'numbers'}. It {calls} call the United States."
    )
