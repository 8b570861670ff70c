"""A desk at which workbooks are filled in and come back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
import typer

from kehoach.cli.commands.importing.returned import import_submissions
from kehoach.cli.frame.settings import Settings
from kehoach.filing.forms import Forms
from kehoach.model.submissions import Submission
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from kehoach.sheets.template_xlsx import template_xlsx

MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]

AS_OF = date(2022, 11, 25)
REPORT = 'id: "9", kind: report, lead: [so-nganh], deadline: {every: year, before: 12-02}'
TASK = 'id: "1", lead: [so-nganh], deadline: {by: 2022-06-30}'
GOING = 'id: "2", lead: [so-nganh], deadline: {continuous: "true"}'
FIELDS = 'id: "3", lead: [so-nganh], deadline: {every: year}, quota: [{at_least: 2}]'
STATUS, COMPLETED, QUANTITY, NUMBER, DAY, SUBJECT, NOTE = "GHIJKLM"
ROWS = ("report 9 2022", "task 1 once", "task 2 2022", "task 3 2022")


class Told(NamedTuple):
    """What the command said: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


class Desk:
    """A data folder, the template made from it, and the command that reads it back."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str] | None = None) -> None:
        self.root = root
        self.capsys = capsys
        self.file = root.parent / f"{root.name}.xlsx"
        run = answer(DataFolder(root), "", Question(AS_OF, git=False))
        forms = Forms(run.reports[0]).all(("so-tai-chinh", "so-noi-vu"), "2022")
        self.file.write_bytes(template_xlsx(run, forms, "vi"))

    @contextmanager
    def open(self, sheet: str = "STC") -> Iterator["Pen"]:
        """Open the workbook as an agency does, and save it."""
        book = openpyxl.load_workbook(self.file)
        yield Pen(book[sheet])
        book.save(self.file)

    def run(self, *, force: bool = False, format_: str = "text") -> Told:
        """Run the command."""
        given = Settings(self.root, "vi", "never")
        try:
            code = import_submissions(given, [self.file], force=force, format_=format_, as_of=AS_OF)
        except typer.Exit as left:
            code = left.exit_code
        told = self.capsys.readouterr() if self.capsys else ("", "")
        return Told(code, *told)

    def written(self) -> dict[str, Submission]:
        """Return the files that are there, as the program's own reader reads them."""
        run = answer(DataFolder(self.root), "", Question(AS_OF, git=False))
        assert run.workspace.findings == ()
        return {each.file: each.submission for each in run.workspace.filings}


class Pen:
    """Writes into one sheet by the marks of its rows."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.rows = {sheet[f"A{row}"].value: row for row in range(1, sheet.max_row + 1)}

    def put(self, mark: str, letter: str, value: Any) -> str:
        """Fill in a cell, and return its place."""
        place = f"{letter}{self.rows[mark]}"
        self.sheet[place] = value
        return place

    def head(self, number: Any = "210/BC-STC", day: Any = date(2022, 11, 24)) -> None:
        """Fill in what every sheet needs."""
        self.put("head number", STATUS, number)
        self.put("head date", STATUS, day)


FILE = "submissions/so-tai-chinh/bao-cao-2022.yaml"
