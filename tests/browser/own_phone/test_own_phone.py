"""A campaign of own phones alone, without a carrier: from the link to the report, by keyboard and without a script."""

FIELDS = {("whom", "own_phones"): True, ("whom", "rule"): "both"}
