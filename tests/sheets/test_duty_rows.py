"""Tables of all obligations: the same bytes, in whatever parts the data were judged."""

import os
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.reading.workspace_reading import read_filed
from kehoach.run import Question, Reckoned, Run, answer, reckon_making
from kehoach.run.by_parts.ledger import Ledger
from kehoach.sheets.duty_rows import DutyRows, gathered, told_rows
from kehoach.sheets.export_columns import COLUMNS, exported
from kehoach.sheets.export_formats import EXPORT_FORMATS
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from kehoach.words.statuses import Status

DAY = date(2021, 12, 1)
LETTER = "document: {number: 9/QĐ, date: 2021-05-04}"
AGENCIES = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-a, name: Sở A, valid: {to: 2021-06-30}, successors: [so-b, so-c]}
  - {id: so-b, name: Sở B}
  - {id: so-c, name: Sở C}
  - {id: so-d, name: Sở D, valid: {to: 2021-08-31}}
  - {id: so-e, name: "=Sở E"}
"""
ITEMS = (
    'id: "2", implement: [so-e, so-a, so-d], deadline: {by: 2021-07-31}',
    "id: bc, kind: report, implement: [so-b, so-e], deadline: {every: quarter}",
    "id: sap, lead: [so-e], implement: [so-b], deadline: {by: 2021-12-03}",
)
OF_B = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-b\n'
FILES = {
    "agencies.yaml": AGENCIES,
    "decisions.yaml": "schema: kehoach/decisions@1\nextensions:\n"
    f'  - {{item: "2", due: 2021-08-31, agencies: [so-e], {LETTER}}}\n',
    "submissions/so-b/a.yaml": f"{OF_B}document: {{number: 1/B, date: 2021-06-20}}\n"
    "reports: [{item: bc, period: 2021-Q2}, {item: bc, period: 2029-Q2}]\n"
    'tasks: [{item: "9", status: done}]\n',
    "submissions/so-e/hong.yaml": "schema: [\n",
    "submissions/so-e/b.yaml": OF_B.replace("so-b", "so-e")
    + "document: {number: 1/E, date: 2021-06-20}\n"
    "tasks: [{item: sap, status: in_progress, note: '=1+1'}]\n",
}  # fmt: skip
TABLES = [name for name, each in EXPORT_FORMATS.items() if each.table]


@pytest.fixture(autouse=True)
def _no_thread_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork also where another test has left a thread in this process."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.fixture(name="data")
def _data(folder: Callable[..., DataFolder], plan_text: Callable[..., str]) -> DataFolder:
    return folder({**FILES, "plan_07.yaml": plan_text(*ITEMS)})


def question(**more: Any) -> Question:
    return Question(DAY, git=False, listing=True, **more)


def reckoned(data: DataFolder, jobs: int, lang: Lang = "vi", **more: Any) -> Reckoned:
    return reckon_making(
        data, "data/", question(**more), partial(told_rows, lang=lang), jobs, few=0
    )


def content(made: Any) -> bytes:
    return made if isinstance(made, bytes) else b"".join(made)


def told(rows: DutyRows, key: str) -> Any:
    """Return what one column tells."""
    return next(
        each for column, each in zip(COLUMNS, rows.columns, strict=True) if column.key == key
    )


def test_csv_excel_and_parquet_are_tables() -> None:
    assert TABLES == ["csv", "xlsx", "parquet"]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
def test_tables_of_parts_are_those_of_the_whole(
    data: DataFolder, name: str, jobs: int, lang: Lang
) -> None:
    chosen, screen = EXPORT_FORMATS[name], Screen(lang=lang)
    found, parts = reckoned(data, jobs, lang)
    assert isinstance(found, Ledger)
    assert chosen.table is not None
    at_once = chosen.export(answer(data, "data/", question()), screen)
    assert content(chosen.table(found, gathered(parts), screen)) == content(at_once)


@pytest.mark.parametrize("some", [{"items": ("2",)}, {"only": ("overdue",)}, {"plans": ("07",)}])
def test_tables_of_some_obligations(data: DataFolder, some: dict[str, Any]) -> None:
    chosen, screen = EXPORT_FORMATS["xlsx"], Screen()
    found, parts = reckoned(data, 2, **some)
    assert chosen.table is not None
    at_once = chosen.export(answer(data, "data/", question(**some)), screen)
    assert content(chosen.table(found, gathered(parts), screen)) == content(at_once)


def test_rows_stand_in_the_order_of_item_period_and_agency(data: DataFolder) -> None:
    """The heirs of so-a stand where the plan names so-a: between so-e and so-d."""
    rows = gathered(reckoned(data, 3).made)
    stand = [*zip(*(told(rows, key) for key in ("item", "period", "agency")), strict=True)]
    quarters = [("bc", f"2021-Q{n}", who) for n in range(1, 5) for who in ("so-b", "so-e")]
    assert stand[0] == ("2", "once", "so-e")
    assert {*stand[1:3]} == {("2", "once", "so-b"), ("2", "once", "so-c")}
    assert stand[3] == ("2", "once", "so-d")
    assert stand[4:-2] == quarters
    assert stand[-2:] == [("sap", "once", "so-e"), ("sap", "once", "so-b")]


def test_rows_hold_what_each_column_finds(data: DataFolder) -> None:
    """Also where it is found once for all who owe the same."""
    run = answer(data, "data/", question())
    rows = gathered([told_rows(run, "vi")])
    every = [*exported(run, run.each(), "vi")]
    for column, found in zip(COLUMNS, rows.columns, strict=True):
        assert [*found] == [*map(column.value, every)], column.key
    assert {"item", "title", "wording"} < {each.key for each in COLUMNS if each.shared}


def test_of_an_agency_alone_one_run_makes_the_rows(data: DataFolder) -> None:
    found, parts = reckoned(data, 2, agencies=("so-e",))
    assert isinstance(found, Run)
    assert len(parts) == 1
    assert {*told(gathered(parts), "agency")} == {"so-e"}


def test_what_is_overdue_stands_in_order_of_its_days() -> None:
    """Of those that are as late the order stays; what has no days comes after all that are late."""
    states = [Status.OVERDUE, Status.IN_TERM, *[Status.OVERDUE] * 3]
    given: dict[str, list[Any]] = {"state": states, "days": [3, 9, None, 5, 3]}
    rows = DutyRows([given.get(column.key, [*"abcde"]) for column in COLUMNS])
    late = rows.where("state", Status.OVERDUE)
    assert late.columns[0] == [*"daec"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_rows_of_a_process_that_dies_are_made_again(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = gathered([told_rows(answer(data, "data/", question()), "vi")])
    parent = os.getpid()

    def dying(*asked: Any) -> object:
        if os.getpid() != parent:
            os.kill(os.getpid(), 9)
        return read_filed(*asked)

    monkeypatch.setattr("kehoach.run.by_parts.part_work.read_filed", dying)
    found, parts = reckoned(data, 3)
    assert isinstance(found, Run)
    assert gathered(parts) == whole
