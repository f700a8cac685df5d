"""Offices that are no legislator's, such as the Governor's: made, changed and removed by hand, and put back again."""
