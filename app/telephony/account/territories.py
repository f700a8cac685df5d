"""The United States and their territories, as the carrier's permissions name them."""

import json
from collections.abc import Iterable

OURS = frozenset({"US", "PR", "VI", "GU", "AS", "MP"})
COUNTRIES_ASKED = 400  # there are about 220


def only_ours(others: Iterable[str]) -> str:
    """What the carrier is sent so that it rings these alone: of the countries that it rings now, too."""
    return json.dumps(
        [
            {
                "iso_code": country,
                "low_risk_numbers_enabled": country in OURS,
                "high_risk_special_numbers_enabled": False,
                "high_risk_tollfraud_numbers_enabled": False,
            }
            for country in sorted(OURS.union(others))
        ]
    )
