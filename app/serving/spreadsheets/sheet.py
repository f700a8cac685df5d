"""The cells of a workbook's sheet, each with its kind: a number, a time, yes or no, and else a text."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from xml.sax.saxutils import escape  # nosec B406 # writes, and reads nothing

from app.serving.spreadsheets.cells import Cell

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# The head stays in sight as somebody scrolls.
SHEET_BEGINS = (
    f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)
SHEET_ENDS = "</sheetData></worksheet>"
TIME, HEAD = 1, 2  # styles
FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - as spreadsheets count days, by whatever clock
A_DAY = timedelta(days=1)
LONGEST = 32_767  # characters of a cell
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TAKEN_FOR_A_SIGN = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # _x0041_ would be shown as A


def head_of(columns: Sequence[str]) -> str:
    """The row with the columns' names."""
    return f"<row>{''.join(_text(name, HEAD) for name in columns)}</row>"


def row_of(cells: Sequence[Cell]) -> str:
    """One row."""
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, str):
        return _text(cell)
    if isinstance(cell, bool):
        return f'<c t="b"><v>{cell:d}</v></c>'
    if isinstance(cell, int | Decimal):
        return f"<c><v>{Decimal(cell):f}</v></c>"
    days = (cell.replace(tzinfo=None, microsecond=0) - FIRST_DAY) / A_DAY
    return f'<c s="{TIME}"><v>{days:.8f}</v></c>'


def _text(text: str, style: int = 0) -> str:
    plain = TAKEN_FOR_A_SIGN.sub("_x005F_", NOT_IN_XML.sub("", text[:LONGEST]))
    styled = f' s="{style}"' if style else ""
    return f'<c{styled} t="inlineStr"><is><t xml:space="preserve">{escape(plain)}</t></is></c>'
