"""Every column of what the settings' own keys seal."""

from collections.abc import Sequence

from app.carrier_setup import kept
from app.carrier_setup.test_call import confirming
from app.guard.seals.column import SealedColumn
from app.team import unsent
from app.team.second_factor import authenticator

EVERY_SEAL: Sequence[SealedColumn] = (*kept.SEALED, *confirming.SEALED, *unsent.SEALED, *authenticator.SEALED)
