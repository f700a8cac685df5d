"""The job that looks every minute whether that is gone for which the carrier refused."""

import procrastinate
from flask import Flask

from app.carrier_setup.looked import keep_looked
from app.extensions import Given
from app.limits.curing import Looking, look_for_cures
from app.limits.pausing import forget_pauses
from app.limits.pausing_told import tell_of_pauses
from app.store.db import db
from app.store.unit import Unit, unit
from app.telephony.account.good import account_is_good, owns, profile_is_good

EVERY_MINUTE = "* * * * *"


def register_curing(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker this job."""
    own: Given = app.extensions["ringdown"]

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="look_for_cures", queue=own.queue, queueing_lock="look_for_cures")
    def look_for_cures_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        with app.app_context(), unit(db.session) as work:
            cure(work, own)


def cure(work: Unit, own: Given) -> None:
    """Look at what can be seen, forget what passes by itself, and tell what is left.

    While something is wrong with the account its page says so, too: it is looked at as a whole then.
    """
    config = own.account.settings()
    vendor = own.make_vendor(config)
    looking = Looking(
        account_is_good=lambda: account_is_good(vendor),
        profile_is_good=lambda: profile_is_good(vendor),
        owns=lambda number: owns(vendor, number),
    )
    if look_for_cures(work, looking, own.clock):
        work.commit_so_far()
        keep_looked(work.session, own.look(config), own.clock())
    forget_pauses(work.session, own.clock())
    tell_of_pauses(work.session, own.clock())
