"""What a cell of a workbook shows: numbers and dates by their format, and what that may hide."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kehoach.annex.documents.annex_numbers import whole
from kehoach.annex.drafts.document_words import tidy
from kehoach.words import Text

_BUILT_IN = {
    14: "d/m/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "d/m/yyyy h:mm",
    18: "h:mm",
    19: "h:mm",
    20: "h:mm",
    21: "h:mm:ss",
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "d/m/yyyy"),
}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?!h)[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"[#0,]*0(?:\.(0+))?(%?)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EPOCHS = (datetime(1899, 12, 30), datetime(1904, 1, 1))  # noqa: DTZ001 - a workbook knows no zones
_MOST_DAYS = 200_000
_CERTAIN_DAY = 12

_DATE = Text(
    "ô {cell} là ngày {iso} ở dạng “{form}”, có thể do bảng tính tự đổi; đọc là “{shown}”",
    "cell {cell} is the date {iso} in the form “{form}”, which the spreadsheet may have made; "
    "read as “{shown}”",
)
_ERROR = Text("ô {cell} báo lỗi {words}", "cell {cell} shows the error {words}")
_FORMULA = Text(
    "ô {cell} là công thức chưa có kết quả: {words}",
    "cell {cell} is a formula without a result: {words}",
)


class Shown(NamedTuple):
    """The words of a cell, and the doubts about them."""

    words: str = ""
    notes: tuple[Text, ...] = ()


class Values:
    """The shared strings and formats of a workbook."""

    def __init__(self, strings: Element | None, styles: Element | None, *, from_1904: bool) -> None:
        self._strings = [rich(each) for each in strings or ()] if strings is not None else []
        self._formats = _formats(styles)
        self._epoch = _EPOCHS[from_1904]

    def shown(self, cell: Element) -> Shown:
        """Return what a cell shows."""
        name, kind = cell.get("r", ""), cell.get("t", "n")
        value, formula = cell.findtext("x_v"), cell.findtext("x_f")
        if kind == "inlineStr":
            inside = cell.find("x_is")
            return Shown(rich(inside) if inside is not None else "")
        if not value:
            told = _FORMULA.filled(cell=name, words=f"={formula}")
            return Shown(f"={formula}", (told,)) if formula else Shown()
        if kind == "s":
            place = whole(value, len(self._strings))
            return Shown(self._strings[place] if place < len(self._strings) else "")
        if kind == "e":
            return Shown(value, (_ERROR.filled(cell=name, words=value),))
        if kind == "b":
            return Shown("TRUE" if value == "1" else "FALSE")
        return self._number(value, cell) if kind == "n" else Shown(_text(value))

    def _number(self, value: str, cell: Element) -> Shown:
        style = whole(cell.get("s", "0"), len(self._formats))
        form = self._formats[style] if style < len(self._formats) else ""
        try:
            number = float(value)
        except ValueError:
            return Shown(_text(value))
        plain = _QUOTED.sub("", form.split(";")[0]).lower()
        if re.search("[dmyh]", plain) and 0 < number < _MOST_DAYS:
            return self._date(number, form, plain, cell.get("r", ""))
        return Shown(_formed(number, plain))

    def _date(self, number: float, form: str, plain: str, name: str) -> Shown:
        """Return a date by the parts that its format shows; a month alone was perhaps typed so."""
        moment = self._epoch + timedelta(seconds=round(number * 86400))
        if not re.search("[dy]", plain):
            return Shown(f"{moment:%H:%M}")
        day = f"{moment.day:02d}/" if "d" in plain else ""
        year = f"/{moment.year}" if "y" in plain else ""
        shown = f"{day}{f'{moment.month:02d}' if day else moment.month}{year}"
        if re.search("h", plain) and (moment.hour or moment.minute):
            shown += f" {moment:%H:%M}"
        if day and year and moment.day > _CERTAIN_DAY:
            return Shown(shown)
        iso = f"{moment:%Y-%m-%d}"
        return Shown(
            shown, (_DATE.filled(cell=name, iso=iso, form=form.replace(chr(92), ""), shown=shown),)
        )


def rich(element: Element) -> str:
    """Return the text of a string and its runs, without the signs that say how it is read aloud."""
    parts = []
    for child in element:
        if child.tag == "x_t":
            parts.append(child.text or "")
        elif child.tag == "x_r":
            parts.append(child.findtext("x_t") or "")
    return _text("".join(parts))


def _text(words: str) -> str:
    return tidy(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), words))


def _formats(styles: Element | None) -> list[str]:
    """Return the number format of each style of cells."""
    if styles is None:
        return []
    own = {
        each.get("numFmtId", ""): each.get("formatCode", "")
        for each in styles.findall("x_numFmts/x_numFmt")
    }
    ids = [each.get("numFmtId", "0") for each in styles.findall("x_cellXfs/x_xf")]
    return [own.get(id_) or _BUILT_IN.get(whole(id_), "") for id_ in ids]


def _formed(number: float, form: str) -> str:
    """Return a number as its format shows it where that is plain; else all its digits."""
    match = _DECIMALS.fullmatch(form.strip())
    if match:
        decimals = len(match[1] or "")
        return f"{number * (100 if match[2] else 1):.{decimals}f}{match[2]}"
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"  # noqa: PLR2004
