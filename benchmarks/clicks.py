"""Supporters who press "Call me now", each with a phone of their own, and the calls that come of it."""

from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address
from itertools import count, cycle, islice

from sqlalchemy import select, update

from app.calls.life.status import move_call
from app.guard.phone_numbers import PhoneNumberError, parse_phone
from app.store.db import db
from app.store.unit import unit
from app.web.form import new_token
from benchmarks.asking import Prepared, post
from benchmarks.world import World
from models import Call, CallStatus, EventSource

SLUG = "safe-communities"
FIRST_ADDRESS = IPv4Address("10.0.0.1")


class Crowd:
    """Everybody there is: a hundred numbers that reach nobody in every area, and each at an address of their own."""

    def __init__(self, world: World) -> None:
        self._world, self._phones, self._addresses = world, phones(), map(FIRST_ADDRESS.__add__, count())

    def click(self, how_many: int, towns: Sequence[str] = ("Holyoke",)) -> list[tuple[str, Prepared]]:
        """The forms of so many, who live in these towns in turn, by the phones that are to ring."""
        return [(phone, self._form(phone, town)) for phone, town in zip(islice(self._phones, how_many), cycle(towns))]

    def _form(self, phone: str, town: str) -> Prepared:
        own = self._world.own
        typed = {"phone": phone, "town": town, "name": "Ana", "consent": "en"}
        token = {"token": new_token(own.tokens, self._world.campaign)}
        address = str(next(self._addresses))  # as a proxy tells it, which the settings here trust
        base_url = own.settings.public_base_url
        return post(f"/c/{SLUG}/call", typed | token, base_url, status=303, X_Forwarded_For=address)


def phones() -> Iterator[str]:
    """Numbers that nobody has, as somebody might type them."""
    for area in range(201, 990):
        try:
            parse_phone(f"+1{area}5550100", fictional=True)
        except PhoneNumberError:
            continue
        yield from (f"+1{area}55501{nth:02d}" for nth in range(100))


def ring_newest(world: World, how_many: int) -> list[int]:
    """Let the newest calls hold their line, as when the carrier was asked to ring them; returns their ids."""
    newest = select(Call.id).order_by(Call.id.desc()).limit(how_many)
    with world.app.app_context(), unit(db.session) as work:
        calls = sorted(work.session.scalars(newest))
        hold = update(Call).where(Call.id.in_(calls))
        work.session.execute(hold.values(holds_line=Call.waits_for, waits_for=None, waits_since=None))
        for call in calls:
            move_call(work.session, call, CallStatus.DIALING, source=EventSource.WORKER)
    return calls
