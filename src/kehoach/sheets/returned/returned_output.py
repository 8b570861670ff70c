"""``kehoach import submissions``: what was read from returned workbooks, and what could not be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from kehoach import __version__
from kehoach.contract import returned_contract as contract
from kehoach.contract.json_text import dump
from kehoach.model.documents import Document
from kehoach.model.submissions import Submission
from kehoach.sheets.returned.returned_forms import FilledSheet, Returned
from kehoach.sheets.returned.returned_troubles import CellTrouble
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.safety import no_command, one_line

_PLACE = Text("tờ “{sheet}”, ô {cell}", "sheet “{sheet}”, cell {cell}")
_SHEET = Text("tờ “{sheet}”", "sheet “{sheet}”")
_DOUBT = Text("cần xem lại", "doubt")
_FILE = Text("{path}: {reports} báo cáo, {tasks} nhiệm vụ (tờ “{sheet}”)",
             "{path}: {reports} reports, {tasks} tasks (sheet “{sheet}”)")  # fmt: skip
_SUM = Text("{errors} lỗi, {doubts} điểm cần xem lại, {files} tệp{written}",
            "{errors} {errors:error|errors}, {doubts} {doubts:doubt|doubts}, {files} "
            "{files:file|files}{written}")  # fmt: skip
_UNWRITTEN = Text("; chưa ghi gì: sửa các lỗi trên rồi nhập lại",
                  "; nothing was written: mend the errors above and import again")  # fmt: skip
_BLANK = Text("; chưa có tờ nào được điền nên không có gì để ghi",
              "; no sheet is filled in, so that there is nothing to write")  # fmt: skip
_WRITTEN = Text(" đã ghi", " written")
_PARTLY = Text(" ({count} đã ghi, còn lại không đổi)", " ({count} written, the others unchanged)")
_UNCHANGED = Text(
    "; không tệp nào đổi nên không ghi lại", "; none has changed: nothing was written"
)
_BLOCKED = Text("; chưa ghi: {sheets}; sửa các lỗi trên rồi nhập lại",
                "; not written: {sheets}; mend the errors above and import again")  # fmt: skip
_BOOK = Text("{file}: {count} mục sổ, ngày nhận {day}",
             "{file}: {count} {count:entry|entries} of the book, received {day}")  # fmt: skip

Paths = Sequence[tuple[Path, FilledSheet]]


class ReturnedBook(NamedTuple):
    """What was read from one workbook, and where its submissions are written."""

    file: Path
    result: Returned
    paths: Paths


class BookEntries(NamedTuple):
    """How many entries of the registry book were written, where, and of which day."""

    file: str
    number: int
    received: date


class Delivered(NamedTuple):
    """How many of the files were written, being new or others than before; and what was entered."""

    files: int
    entered: BookEntries | None


class ReturnedFormat(Protocol):
    """What was read from workbooks, and where their submissions are written."""

    def __call__(self, books: Sequence[ReturnedBook], delivered: Delivered, lang: Lang, /) -> str:
        """Return the whole answer."""


def returned_text(books: Sequence[ReturnedBook], delivered: Delivered, lang: Lang) -> str:
    """Return every error and doubt with its cell and cure, then the files."""
    lines: list[str] = []
    for file, result, paths in books:
        found = (*result.errors, *result.doubts)
        if len(books) > 1:
            lines.append(no_command(one_line(f"{file}:")))
        lines += (line for each in found for line in _trouble(each, lang))
        for path, (sheet, _, of) in paths:
            reports, tasks = len(of.reports), len(of.tasks)
            told = _FILE.to(lang, path=path, reports=reports, tasks=tasks, sheet=sheet)
            lines.append(no_command(one_line(told)))
    if entered := delivered.entered:
        day = shown_day(entered.received, lang)
        lines.append(_BOOK.to(lang, file=entered.file, count=entered.number, day=day))
    return "".join(f"{line}\n" for line in (*lines, _sum(books, delivered.files, lang)))


def _sum(books: Sequence[ReturnedBook], new: int, lang: Lang) -> str:
    """Return how much was found and written, and which sheets were not."""
    errors = sum(len(each.result.errors) for each in books)
    doubts = sum(len(each.result.doubts) for each in books)
    files = sum(len(each.paths) for each in books)
    told = _of_files(new, files) if files else (_UNWRITTEN if errors else _BLANK)
    written = told.to(lang, count=new)
    if files and errors:
        sheets = ", ".join(f"“{sheet}”" for each in books for sheet in each.result.blocked)
        written += no_command(one_line(_BLOCKED.to(lang, sheets=sheets)))
    return _SUM.to(lang, errors=errors, doubts=doubts, files=files, written=written)


def _of_files(new: int, files: int) -> Text:
    """Return how many of the files that were made were not there already."""
    if not new:
        return _UNCHANGED
    return _PARTLY if new < files else _WRITTEN


def _trouble(each: CellTrouble, lang: Lang) -> tuple[str, str]:
    """Return what is wrong and where, and on a second line how to mend it."""
    place = (_PLACE if each.cell else _SHEET).to(lang, sheet=each.sheet, cell=each.cell)
    kind = (_DOUBT if each.doubt else captions.ERROR).to(lang)
    told = no_command(one_line(f"{place}: {kind}: {each.words.to(lang)}"))
    return told, f"    → {one_line(each.cure.to(lang))}"


def returned_json(books: Sequence[ReturnedBook], delivered: Delivered, lang: Lang) -> str:
    """Return the same for programs; ``written`` says whether the files stand there now."""
    output: contract.ReturnedOutput = {
        "schema": "kehoach/returned@1",
        "tool": {"name": "kehoach", "version": __version__},
        "file": ", ".join(str(each.file) for each in books),
        "written": any(each.paths for each in books),
        "files": [
            {
                "path": path.as_posix(), "sheet": sheet, "period": period, "submission": _plain(of),
                "workbook": str(book.file),
            }
            for book in books
            for path, (sheet, period, of) in book.paths
        ],
        "errors": [each for b in books for each in _troubles(b.file, b.result.errors, lang)],
        "doubts": [each for b in books for each in _troubles(b.file, b.result.doubts, lang)],
        "book_entries": delivered.entered.number if delivered.entered else 0,
    }  # fmt: skip
    return dump({**output})


def _troubles(
    file: Path, troubles: Iterable[CellTrouble], lang: Lang
) -> Iterator[contract.TroubleJson]:
    for each in troubles:
        yield {
            "sheet": each.sheet, "cell": each.cell, "message": each.words.to(lang),
            "hint": each.cure.to(lang), "workbook": str(file),
        }  # fmt: skip


def _plain(of: Submission) -> dict[str, Any]:
    """Return a submission as its file has it: what it does not say is left out."""
    data: dict[str, Any] = of.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, fallback=str
    )
    return {**data, "schema": of.schema_, "document": _document(of.document)}


def _document(of: Document) -> dict[str, str]:
    return {key: str(value) for key, value in of if value is not None}


RETURNED_FORMATS: Mapping[str, ReturnedFormat] = {"text": returned_text, "json": returned_json}
