"""The switchboard of each state's legislature: who has no number of their own is asked for there, by name."""

from collections.abc import Mapping

SWITCHBOARDS: Mapping[str, str] = {"MA": "+16177222000"}  # the State House, as its own page gives it
