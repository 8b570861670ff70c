"""The workbook for agencies without git: what is locked, checked and known again on return.

It is read by openpyxl: another library than the one that wrote it.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.cli.app import run as command
from kehoach.filing.forms import Forms
from kehoach.reading.folder import DataFolder
from kehoach.run import Run
from kehoach.sheets.form_layout import CATALOGUE
from kehoach.sheets.template_xlsx import template_xlsx

Judge = Callable[..., Run]
MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]
AS_OF = "2026-11-20"


def book_of(run: Run, period: str, *agencies: str) -> Any:
    forms = Forms(run.reports[0]).all(agencies, period)
    return openpyxl.load_workbook(BytesIO(template_xlsx(run, forms, "vi")))


@pytest.fixture
def sheet(judge: Judge) -> Worksheet:
    """Return the sheet of Sở Tài chính of 2026, by the shipped plan."""
    found: Worksheet = book_of(judge({}, AS_OF, shipped=True), "2026", "so-tai-chinh")["STC"]
    return found


def column(sheet: Worksheet, letter: str) -> dict[str, Any]:
    """Return the cells of a column by the marks of their rows."""
    return {str(sheet[f"A{row}"].value): sheet[f"{letter}{row}"]
            for row in range(1, sheet.max_row + 1) if sheet[f"A{row}"].value}  # fmt: skip


def test_each_sheet_and_row_is_marked(sheet: Worksheet) -> None:
    """Whose it is, what each row is about, what each column holds; out of sight."""
    assert sheet["A1"].value == "kehoach/workbook@1 so-tai-chinh 2026 06"
    marks = column(sheet, "A")
    assert {"head number", "head date", "head signer", "head note", "columns"} <= set(marks)
    assert {"report III.1.c 2026", "task II.4.2 2026"} <= set(marks)
    assert sheet.column_dimensions["A"].hidden
    top = marks["columns"].row
    assert sheet.row_dimensions[1].hidden
    assert sheet.row_dimensions[top].hidden
    keys = [cell.value for cell in sheet[top][1:13]]
    assert keys == ["item", "title", "period", "due", "last", "status", "completed", "quantity",
                    "number", "date", "subject", "note"]  # fmt: skip


def test_what_the_office_says_is_locked(sheet: Worksheet) -> None:
    """And of a report only its state and a note can be filled in."""
    assert sheet.protection.sheet
    for mark, cell in column(sheet, "B").items():
        assert cell.protection.locked, mark
    for letter in "GHIJKLM":
        assert not column(sheet, letter)["task II.4.2 2026"].protection.locked
        locked = column(sheet, letter)["report III.1.c 2026"].protection.locked
        assert locked == (letter not in "GM")
    assert not column(sheet, "G")["head number"].protection.locked


def test_states_are_chosen_and_values_checked(sheet: Worksheet) -> None:
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    first = column(sheet, "G")["report III.1.c 2026"]
    task = column(sheet, "G")["task II.2 2026"]
    of = {cell.coordinate: rule for cell in (first, task) for place, rule in rules.items()
          if cell.coordinate in sheet_range(place)}  # fmt: skip
    assert of[first.coordinate].formula1 == '"đã gửi,không phát sinh,chưa gửi"'
    assert of[task.coordinate].formula1 == '"chưa thực hiện,đang thực hiện,hoàn thành"'
    assert {each.type for each in rules.values()} == {"list", "date", "whole"}


def sheet_range(place: str) -> set[str]:
    bounds = range_boundaries(place)
    left, top, right, bottom = (bound or 0 for bound in bounds)
    return {f"{get_column_letter(c)}{r}"
            for c in range(left, right + 1) for r in range(top, bottom + 1)}  # fmt: skip


def test_days_show_as_days_and_numbers_of_documents_stay_words(sheet: Worksheet) -> None:
    """A text cell is what keeps "12/2026" from becoming the first of December."""
    formats = {letter: column(sheet, letter)["task II.4.2 2026"].number_format for letter in "HIJK"}
    assert formats == {"H": "dd/mm/yyyy", "I": "0", "J": "@", "K": "dd/mm/yyyy"}
    assert column(sheet, "G")["head date"].number_format == "dd/mm/yyyy"
    assert column(sheet, "G")["head number"].number_format == "@"


def test_deadlines_and_least_numbers_are_told(sheet: Worksheet) -> None:
    """31 December 2026 is a Thursday; the plan asks a department for at least one field a year."""
    assert column(sheet, "E")["task II.4.2 2026"].value == "31/12/2026 (thứ Năm)"
    assert "ít nhất 01 lĩnh vực" in column(sheet, "C")["task II.4.2 2026"].value
    assert column(sheet, "E")["report III.1.c 2026"].value == "01/12/2026 (thứ Ba)"


def test_the_plans_sentence_stands_there_whole(judge: Judge, sheet: Worksheet) -> None:
    """II.4.2 of the shipped plan is more than 400 letters long; it is wrapped, never cut."""
    plan = judge({}, AS_OF, shipped=True).plans[0]
    sentence = " ".join(plan.item["II.4.2"].sentence.split())
    cell = column(sheet, "C")["task II.4.2 2026"]
    assert len(sentence) > 400
    assert str(cell.value).startswith(sentence)
    assert cell.alignment.wrap_text


def test_hostile_words_stay_words(judge: Judge, plan_text: PlanText) -> None:
    """A note of last year that begins like a formula, a name that no sheet may have."""
    registry = (
        "schema: kehoach/agencies@1\nagencies:\n"
        '  - {id: a, name: "=HYPERLINK(\\"x\\")", short: "a/b:c*[d]?"}\n'
        '  - {id: b, name: "Rất dài rất dài rất dài rất dài rất dài"}\n'
        '  - {id: c, name: "rất dài rất dài rất dài rất dài rất khác"}\n'
    )
    said = ('schema: kehoach/submission@1\nplan: "07"\nagency: a\n'
            "document: {number: 1, date: 2021-06-01}\n"
            'tasks: [{item: "1", period: 2021, status: in_progress, note: "=1+1\\u0007"}]\n')  # fmt: skip
    plan = plan_text('id: "1", text: "=2+2", lead: [a, b, c], deadline: {every: year}')
    files = {"plan_07.yaml": plan, "agencies.yaml": registry, "submissions/a/x.yaml": said}
    book = book_of(judge(files, "2022-06-01"), "2022", "a", "b", "c")
    names = book.sheetnames
    assert names[0] == "Hướng dẫn"
    assert len({name.casefold() for name in names}) == len(names) == 5
    assert all(len(name) <= 31 for name in names)
    for each in book.worksheets:
        assert {cell.data_type for row in each.iter_rows() for cell in row} <= {"s", "n"}
    cells = column(book.worksheets[1], "C")
    assert cells["task 1 2022"].value == "=2+2"
    assert "=1+1\N{REPLACEMENT CHARACTER}" in column(book.worksheets[1], "F")["task 1 2022"].value


def test_the_same_answer_gives_the_same_bytes(judge: Judge) -> None:
    run = judge({}, AS_OF, shipped=True)
    forms = Forms(run.reports[0]).all(("so-noi-vu",), "2026")
    assert template_xlsx(run, forms, "vi") == template_xlsx(run, forms, "vi")


@pytest.fixture
def export(capsys: pytest.CaptureFixture[str], folder: MakeFolder) -> Callable[..., Any]:
    """Return a function that runs the command over the shipped plan."""

    def run(*args: str) -> tuple[int, str, Path]:
        root = folder({}, shipped=True).root
        path = root.parent / f"{root.name}.xlsx"
        given = ["export", "--template", "-o", str(path), "--data", str(root), "--as-of", AS_OF]
        code = command([*given, *args])
        return code, capsys.readouterr().err, path

    return run


def test_a_sheet_for_each_agency_that_has_something_to_report(export: Callable[..., Any]) -> None:
    """The period in course where none is named: the yearly report of 2026."""
    code, err, path = export("--group", "so-nganh")
    assert (code, "kỳ 2026" in err) == (0, True)
    book = openpyxl.load_workbook(path)
    assert book[CATALOGUE].sheet_state == "veryHidden"
    marks = [sheet["A1"].value for sheet in book.worksheets[1:-1]]
    assert f"{len(marks)} tờ" in err
    assert len(marks) == len(set(marks)) > 10


def test_sheets_stand_in_the_order_of_the_registry(
    export: Callable[..., Any], judge: Judge
) -> None:
    _, _, path = export("--group", "so-nganh")
    order = [str(each.id) for each in judge({}, AS_OF, shipped=True).registry.agencies]
    sheets = openpyxl.load_workbook(path).worksheets[1:-1]
    places = [order.index(str(sheet["A1"].value).split()[1]) for sheet in sheets]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "args",
    [
        ("--agency", "zzz"),
        ("--agency", "so-tai-chinh", "--period", "2062"),
        ("--agency", "so-tai-chinh", "--format", "csv"),
        ("--agency", "so-tai-chinh", "--item", "II.2"),
        ("--agency", "so-tai-chinh", "--only", "overdue"),
        ("--agency", "so-ke-hoach-dau-tu"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_line(
    export: Callable[..., Any], args: tuple[str, ...]
) -> None:
    code, err, path = export(*args)
    assert (code, err.count("\n"), path.exists()) == (2, 1, False)
