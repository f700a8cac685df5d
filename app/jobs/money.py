"""The jobs about money: what calls cost is counted once they are over, told, and then forgotten by the carrier."""

import procrastinate
from flask import Flask

from app.calls.cost.settling import Settling, ask_prices, settle_ended
from app.calls.cost.told import tell_of_budgets
from app.calls.erasing.records import erase_due
from app.extensions import Given
from app.store.db import db
from app.store.unit import unit

EVERY_MINUTE = "* * * * *"


def register_money(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker these jobs."""
    own: Given = app.extensions["ringdown"]

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="settle_costs", queue=own.queue, queueing_lock="settle_costs")
    def settle_costs_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        with app.app_context(), unit(db.session) as work:
            settle_ended(work.session, Settling(own.account.settings(), own.clock(), own.queue))
            tell_of_budgets(work.session, own.clock(), own.settings)

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="ask_prices", queue=own.queue, queueing_lock="ask_prices")
    def ask_prices_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        config = own.account.settings()
        if config.has_carrier:
            with app.app_context(), unit(db.session) as work:
                ask_prices(work, own.carrier, Settling(config, own.clock(), own.queue))

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="erase_records", queue=own.queue, queueing_lock="erase_records")
    def erase_records_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        config = own.account.settings()
        if config.has_carrier and config.carrier_forgets:
            with app.app_context(), unit(db.session) as work:
                erase_due(work, own.carrier, own.clock())
