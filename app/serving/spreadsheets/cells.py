"""What a cell of a table may hold; each kind of file writes it in its own way."""

from datetime import datetime
from decimal import Decimal

Cell = str | int | Decimal | datetime | bool | None
