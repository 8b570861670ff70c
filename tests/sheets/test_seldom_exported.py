"""Exports longer than what a part of them may hold, and duties that are seldom there."""

import io
from collections.abc import Callable

import pyarrow.parquet as pq
import pytest

from kehoach.run import Run
from kehoach.sheets import export_parquet, export_xlsx
from sheets.exported import book, export

Judge = Callable[..., Run]
PlanText = Callable[..., str]
_ASKED = 'id: "1", lead: [so-nganh], deadline: {by: 2022-03-31}, binding: requested'
_LATE = 'id: "3", lead: [so-noi-vu], deadline: {by: 2022-03-31}'
_LATER = 'id: "2", lead: [so-nganh], deadline: {by: 2025-03-31}'


def test_parquet_in_groups_holds_the_same_rows(
    judge: Judge, plan_text: PlanText, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = judge({"plan_07.yaml": plan_text(_ASKED)}, "2022-06-30")
    whole = pq.read_table(io.BytesIO(export(run, "parquet"))).to_pylist()
    monkeypatch.setattr(export_parquet, "_A_GROUP", 2)
    parted = pq.ParquetFile(io.BytesIO(export(run, "parquet")))
    assert (parted.num_row_groups, parted.read().to_pylist()) == (2, whole)


def test_what_no_sheet_can_hold_is_told_below_it(
    judge: Judge, plan_text: PlanText, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet of 4 rows: its heading, two of three duties, and how many are left."""
    monkeypatch.setattr(export_xlsx, "MOST_ROWS", 4)
    sheets = book(judge({"plan_07.yaml": plan_text(_ASKED)}, "2022-06-30"))
    cells = [str(cell.value) for sheet in sheets.values() for row in sheet for cell in row]
    assert "… và 1 dòng nữa; dùng --format csv" in cells


def test_the_calendar_says_who_is_only_asked_and_nothing_ahead_where_states_are_asked_for(
    judge: Judge, plan_text: PlanText
) -> None:
    files = {"plan_07.yaml": plan_text(_ASKED, _LATE, _LATER)}
    whole = export(judge(files, "2022-06-30"), "ics").decode()
    asked = export(judge(files, "2022-06-30", only=("overdue",)), "ics").decode()
    assert [text.count("BEGIN:VEVENT") for text in (whole, asked)] == [3, 1]
    assert "Kế hoạch chỉ đề nghị." in whole.replace("\r\n ", "")
