"""Exports read back with other libraries."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.run import Run
from kehoach.sheets.export_formats import EXPORT_FORMATS
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

SHIPPED = Path(__file__).resolve().parents[2] / "data"
Judge = Callable[..., Run]
PlanText = Callable[..., str]

TEN = 'id: "1", title: "Báo cáo", lead: [so-tai-chinh], implement: [so-noi-vu], deadline: {by: 2021-12-10}'


def export(run: Run, name: str, lang: Lang = "vi") -> bytes:
    made = EXPORT_FORMATS[name].export(run, Screen(lang=lang))
    return made if isinstance(made, bytes) else b"".join(made)


def book(run: Run, lang: Lang = "vi", *, large: bool = False) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(BytesIO(export(run, "xlsx", lang)), read_only=large)
    return {name: book[name] for name in book.sheetnames}


def ones(judge: Judge, plan_text: PlanText, **question: Any) -> Run:
    """Return a run over two duties, one delivered in time, due on 2021-12-10."""
    done = (
        'schema: kehoach/submission@1\nplan: "07"\nagency: so-noi-vu\n'
        "document: {number: 9/SNV, date: 2021-12-01}\n"
        'tasks: [{item: "1", status: done, completed: 2021-12-01}]\n'
    )
    files = {"plan_07.yaml": plan_text(TEN), "submissions/so-noi-vu/a.yaml": done}
    return judge(files, "2021-12-05", **question)


def shipped() -> Any:
    from kehoach.reading.folder import DataFolder  # noqa: PLC0415 - of one test's concern

    return DataFolder(SHIPPED)
