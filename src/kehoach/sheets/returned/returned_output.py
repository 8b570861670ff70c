"""``kehoach import submissions``: what was read from a returned workbook, and what could not be."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from kehoach import __version__
from kehoach.contract import returned_contract as contract
from kehoach.contract.json_text import dump
from kehoach.model.documents import Document
from kehoach.model.submissions import Submission
from kehoach.sheets.returned.returned_forms import FilledSheet, Returned
from kehoach.sheets.returned.returned_troubles import CellTrouble
from kehoach.words import Lang, Text, captions
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

Paths = Sequence[tuple[Path, FilledSheet]]


class ReturnedFormat(Protocol):
    """What was read from a workbook, and where its submissions are written."""

    def __call__(self, file: Path, result: Returned, paths: Paths, lang: Lang, /) -> str:
        """Return the whole answer."""


def returned_text(_file: Path, result: Returned, paths: Paths, lang: Lang) -> str:
    """Return every error and doubt with its cell and cure, then the files."""
    lines = [line for each in (*result.errors, *result.doubts) for line in _trouble(each, lang)]
    for path, (sheet, _, of) in () if result.errors else paths:
        told = _FILE.to(lang, path=path, reports=len(of.reports), tasks=len(of.tasks), sheet=sheet)
        lines.append(no_command(one_line(told)))
    written = (_UNWRITTEN if result.errors else _WRITTEN if paths else _BLANK).to(lang)
    errors, doubts = len(result.errors), len(result.doubts)
    lines.append(_SUM.to(lang, errors=errors, doubts=doubts, files=len(paths), written=written))
    return "".join(f"{line}\n" for line in lines)


def _trouble(each: CellTrouble, lang: Lang) -> tuple[str, str]:
    """Return what is wrong and where, and on a second line how to mend it."""
    place = (_PLACE if each.cell else _SHEET).to(lang, sheet=each.sheet, cell=each.cell)
    kind = (_DOUBT if each.doubt else captions.ERROR).to(lang)
    told = no_command(one_line(f"{place}: {kind}: {each.words.to(lang)}"))
    return told, f"    → {one_line(each.cure.to(lang))}"


def returned_json(file: Path, result: Returned, paths: Paths, lang: Lang) -> str:
    """Return the same for programs; ``written`` says whether the files stand there now."""
    output: contract.ReturnedOutput = {
        "schema": "kehoach/returned@1",
        "tool": {"name": "kehoach", "version": __version__},
        "file": str(file),
        "written": bool(paths) and not result.errors,
        "files": [
            {"path": path.as_posix(), "sheet": sheet, "period": period, "submission": _plain(of)}
            for path, (sheet, period, of) in paths
        ],
        "errors": _troubles(result.errors, lang),
        "doubts": _troubles(result.doubts, lang),
    }
    return dump({**output})


def _troubles(troubles: Iterable[CellTrouble], lang: Lang) -> list[contract.TroubleJson]:
    return [
        {"sheet": each.sheet, "cell": each.cell, "message": each.words.to(lang),
         "hint": each.cure.to(lang)}
        for each in troubles
    ]  # fmt: skip


def _plain(of: Submission) -> dict[str, Any]:
    """Return a submission as its file has it: what it does not say is left out."""
    data: dict[str, Any] = of.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, fallback=str
    )
    return {**data, "schema": of.schema_, "document": _document(of.document)}


def _document(of: Document) -> dict[str, str]:
    return {key: str(value) for key, value in of if value is not None}


RETURNED_FORMATS: Mapping[str, ReturnedFormat] = {"text": returned_text, "json": returned_json}
