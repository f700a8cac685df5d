"""What is said where the carrier did not do what it was asked: that it was silent, or why it refused."""

from app.organizers.notices import Notice
from app.telephony.carrier import CarrierError, CarrierRefused
from app.telephony.faults import fault_of


def not_done(error: CarrierError, nothing: str) -> Notice:
    """A notice; `nothing` says in one sentence what did not happen by it."""
    if isinstance(error, CarrierRefused):
        fault = fault_of(error.code)
        return Notice(f"{nothing} {fault.said} {fault.cure}", is_bad=True)
    return Notice(f"The carrier gave no answer in time. {nothing} Try again in a minute.", is_bad=True)
