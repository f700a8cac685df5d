"""Writes a table as a workbook (XLSX), piece by piece as it is sent: nothing of it lies on a disk, or whole in memory.

Of the format (ECMA-376) it needs little: sheets whose cells say what kind they are. A text is a text there, whatever it
looks like, so that nothing of it is a formula or a link.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import RawIOBase

from app.serving.spreadsheets.cells import Cell
from app.serving.spreadsheets.sheet import SHEET_BEGINS, SHEET_ENDS, head_of, row_of

ROWS_A_SHEET = 1_000_000  # beside its head; spreadsheets show 1,048,576
BYTES_A_SHEET = 1_500_000_000  # of a larger one its length would be written so that Excel calls the file broken
FAST = 1  # of 9: more takes twice as long, and saves one byte in ten

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# All parts are sheets but those that are named: so it can be written before it is known how many there are.
CONTENT_TYPES = f"""{XML}<Types xmlns="{SCHEMAS}/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="{TYPES}.worksheet+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/></Types>"""
LINK = '<Relationship Id="rId{id}" Type="{schemas}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
LINKS = f'{XML}<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{{links}}</Relationships>'
# Styles: as it is, a time, the head.
STYLES = f"""{XML}<styleSheet xmlns="{SCHEMAS}/spreadsheetml/2006/main">\
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


class _Sent(RawIOBase):
    """Where the archive is written: what is there is taken, and nobody can go back in it."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        """It is, and nothing else."""
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override] # of all buffers only bytes come
        """One more."""
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        """All since the last time."""
        pieces = b"".join(self._pieces)
        self._pieces.clear()
        return pieces


@dataclass
class _Sheets:
    """The sheets of one archive, as many as it takes."""

    archive: zipfile.ZipFile
    columns: Sequence[str]
    name: str
    how_many: int = 0

    def written(self, pages: Iterable[Iterable[Sequence[Cell]]]) -> Iterator[None]:
        """Each page of rows: the first sheet is there in any case."""
        pages = iter(pages)
        page = next(pages, None)
        while page is not None or not self.how_many:
            self.how_many += 1
            with self.archive.open(f"xl/worksheets/sheet{self.how_many}.xml", "w") as sheet:
                rows, length = 0, sheet.write((XML + SHEET_BEGINS + head_of(self.columns)).encode())
                while page is not None and rows < ROWS_A_SHEET and length < BYTES_A_SHEET:
                    lines = [row_of(row) for row in page]
                    rows, length = rows + len(lines), length + sheet.write("".join(lines).encode())
                    yield
                    page = next(pages, None)
                sheet.write(SHEET_ENDS.encode())

    def workbook(self) -> str:
        """What names them."""
        named = (
            f'<sheet name="{self.name}{f" {nth}" if nth > 1 else ""}" sheetId="{nth}" r:id="rId{nth}"/>'
            for nth in range(1, self.how_many + 1)
        )
        return (
            f'{XML}<workbook xmlns="{SCHEMAS}/spreadsheetml/2006/main" '
            f'xmlns:r="{SCHEMAS}/officeDocument/2006/relationships"><sheets>{"".join(named)}</sheets></workbook>'
        )

    def links(self) -> str:
        """Where each of them is, and the styles behind them."""
        kinds = [*(("worksheet", f"worksheets/sheet{nth}.xml") for nth in range(1, self.how_many + 1))]
        return _links([*kinds, ("styles", "styles.xml")])


def workbook(columns: Sequence[str], pages: Iterable[Iterable[Sequence[Cell]]], name: str) -> Iterator[bytes]:
    """The file in pieces, one for each page of rows; beyond a million of them there are further sheets."""
    sent = _Sent()
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED, compresslevel=FAST) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", _links([("officeDocument", "xl/workbook.xml")]))
        archive.writestr("xl/styles.xml", STYLES)
        sheets = _Sheets(archive, columns, name)
        for _ in sheets.written(pages):
            yield sent.taken()
        archive.writestr("xl/workbook.xml", sheets.workbook())
        archive.writestr("xl/_rels/workbook.xml.rels", sheets.links())
    yield sent.taken()


def _links(targets: Iterable[tuple[str, str]]) -> str:
    several = (
        LINK.format(id=nth, schemas=SCHEMAS, kind=kind, target=target) for nth, (kind, target) in enumerate(targets, 1)
    )
    return LINKS.format(links="".join(several))
