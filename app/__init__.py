"""Settings in, app out: joins the pages, the carrier's URLs and the database into one Flask app.

What an app consists of is imported once one is made: a command that needs none does without.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask
    from sqlalchemy import Engine

    from app.carrier_setup.in_force import AccountInForce
    from app.carrier_setup.looked import Looked
    from app.clock import Clock
    from app.config import Settings
    from app.geocoding import Geocoder
    from app.guard.tokens import Tokens
    from app.telephony.account.api import Vendor
    from app.telephony.carrier import Carrier
    from models import WhomToCall


def create_app(
    settings: Settings | None = None,
    *,
    clock: Clock | None = None,
    rehearsal: bool = False,
    demo: bool = False,
    whom_to_call: WhomToCall | None = None,
    queue: str | None = None,
    answers: bool = True,
) -> Flask:
    """The app. A rehearsal marks its calls as such, takes its jobs from a queue of its own, may try another rule.

    What only uses its database and `answers` no request does without the entry points: they are most of the start.
    Its clock is the database's, unless another is given.
    """
    from app.carrier_setup.in_force import AccountInForce
    from app.config import load_settings
    from app.extensions import Given
    from app.guard.keys.away import SealedAway
    from app.guard.keys.days import DayKeys
    from app.guard.keys.folder import KeysFolder
    from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
    from app.guard.tokens import Tokens
    from app.guard.who_may import hold_every_route
    from app.serving.flask_app import RingdownApp
    from app.serving.logs import start_logging
    from app.store.database_clock import DatabaseClock, database_now
    from app.store.job_queue import DEFAULT_QUEUE

    settings = settings or load_settings()
    start_logging(settings.log_level)
    app = RingdownApp(__name__)
    app.url_map.strict_slashes = app.url_map.merge_slashes = False  # a redirect would repeat the host a request claims
    clock = clock or DatabaseClock(lambda: database_now(_engine(app)))
    days = DayKeys(KeysFolder(settings.keys_folder, settings.encryption_keys), clock)
    consents = SealedAway(settings.consent_public_key.get_secret_value())
    apart = {DO_NOT_CALL: settings.never_called_key}
    vault = PhoneVault(settings.encryption_keys, settings.hash_key, days, consents, apart)
    tokens = Tokens(settings.secret_key.get_secret_value(), clock)
    account = AccountInForce(settings, vault, clock, partial(_engine, app))
    app.extensions["ringdown"] = Given(
        settings=settings,
        clock=clock,
        account=account,
        make_carrier=partial(_carrier, account),
        make_vendor=_vendor,
        look=partial(_look, tokens),
        reaches_us=partial(_reaches_us, tokens),
        geocoder=_geocoder(settings),
        vault=vault,
        tokens=tokens,
        rehearsal=rehearsal,
        demo=demo,
        whom_to_call=whom_to_call,
        queue=queue or DEFAULT_QUEUE,
    )
    _join_means(app, settings)
    if answers:
        _join_entry_points(app)
        hold_every_route(app)
    return app


def _engine(app: Flask) -> Engine:
    from app.store.db import db

    with app.app_context():
        return db.engine


def _carrier(account: AccountInForce) -> Carrier:
    from app.telephony.of_account import CarrierOfAccount

    return CarrierOfAccount(account.settings)


def _vendor(settings: Settings) -> Vendor:
    from app.telephony.account.vendor import vendor_of

    return vendor_of(settings)


def _look(tokens: Tokens, settings: Settings) -> Looked:
    from app.carrier_setup.look import look

    return look(_vendor(settings), settings.twilio_account_sid, partial(_reaches_us, tokens, settings))


def _reaches_us(tokens: Tokens, settings: Settings) -> bool:
    from app.telephony.reaching import reaches_us

    return reaches_us(settings, tokens)


def _geocoder(settings: Settings) -> Geocoder:
    if not settings.geocoder:
        from app.geocoding import NoGeocoder

        return NoGeocoder()
    from app.geocoding.census import CensusGeocoder

    return CensusGeocoder(settings.geocoder_base_url)


def _join_means(app: Flask, settings: Settings) -> None:
    from app.guard.bodies import init_bodies
    from app.guard.headers import init_headers
    from app.guard.routes import init_route_classes
    from app.serving.assets import init_assets
    from app.serving.compressing import init_compressing
    from app.serving.crowd import init_crowd
    from app.serving.error_pages import init_error_pages
    from app.serving.page_languages import init_page_languages
    from app.serving.proxies import init_proxies, init_request_ids
    from app.store.db import database_url, init_db

    init_db(app, database_url(settings), pooled=settings.database_pooler)
    init_proxies(app, settings.trusted_proxies)
    init_request_ids(app, settings.trusted_proxies)  # before whatever may log
    init_compressing(app)  # of all that happens to an answer, the last
    init_bodies(app)
    init_crowd(app)
    init_route_classes(app)
    init_headers(app)
    init_assets(app)
    init_page_languages(app)
    init_error_pages(app)


def _join_entry_points(app: Flask) -> None:
    from app.api import init_api
    from app.cli import init_cli
    from app.health import init_health
    from app.organizers import init_organizers
    from app.recordings import init_recordings
    from app.voice import init_voice
    from app.web import init_web

    init_voice(app)
    init_web(app)
    init_organizers(app)
    init_recordings(app)
    init_api(app)
    init_health(app)
    init_cli(app)
