"""For how long it is kept: the figures that the table, the job and the pages share."""

from datetime import timedelta

NUMBER_OF_A_CALL = timedelta(hours=24)  # after it ended; of an agreed one not at all
EXACT = timedelta(days=30)  # towns, times, what the carrier told
NOTE = timedelta(days=90)
A_CALL = timedelta(days=90)
CONSENT = timedelta(days=3 * 365 + 1)
SLOT = timedelta(days=2)  # after it began: whoever was to be rung in it is not rung any more
CODE_OF_A_PAGE = timedelta(days=1)  # after it was good
BETWEEN_ANSWERS = timedelta(hours=1)  # after its day
