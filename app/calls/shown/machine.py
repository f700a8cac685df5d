"""Whether the carrier takes whoever picked up at an office for a machine: its supporter sees what to say then."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import MACHINE
from models import CarrierEvent

BEGINS = "machine_start"


def seems_a_machine(session: Session, call_id: int, rank: int) -> bool:
    """As the carrier told of this office's leg; it may be wrong, and nothing else goes by it."""
    told = (CarrierEvent.call_id == call_id, CarrierEvent.kind == MACHINE, CarrierEvent.rank == rank)
    return bool(session.scalar(select(exists().where(*told, CarrierEvent.name == BEGINS))))
