"""What people type into a cell: read where it can mean one thing only, and named where not."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.sheets.returned.cell_reader import CellReader, ReportedState
from kehoach.sheets.returned.returned_sheets import ReturnedCell
from kehoach.sheets.returned.returned_troubles import Troubles

Value = str | float | bool | date | None


def task_state(reader: CellReader, cell: ReturnedCell) -> ReportedState | None:
    return reader.state(cell, "task")


def report_state(reader: CellReader, cell: ReturnedCell) -> ReportedState | None:
    return reader.state(cell, "report")


def read(
    what: Callable[[CellReader, ReturnedCell], Any], value: Value, serial: date | None = None
) -> tuple[Any, list[bool]]:
    """Return what is read, and of each trouble whether it is only a doubt."""
    reader = CellReader(Troubles("STC"))
    found = what(reader, ReturnedCell("G14", value, serial=serial))
    return found, [each.doubt for each in reader.troubles]


FINE: list[bool] = []
DOUBT, ERROR = [True], [False]


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ("hoàn thành", "done"), ("Hoàn thành", "done"), ("HOÀN THÀNH.", "done"),
        ("Hoàn thành 100%", "done"), ("100%", "done"), ("đã xong", "done"), ("Xong", "done"),
        ("hoa\u0300n tha\u0300nh", "done"), ("hòan thành", "done"), ("done", "done"),
        ("đang thực hiện", "in_progress"), ("Đang  triển khai", "in_progress"),
        ("chưa thực hiện", "not_started"), ("Chưa làm", "not_started"),
    ],
)  # fmt: skip
def test_states_in_use_are_known(value: str, state: str) -> None:
    """Also decomposed (NFD), with the tone on the other vowel, in capitals, with a full stop."""
    assert read(task_state, value) == (ReportedState(state), FINE)


@pytest.mark.parametrize(
    ("value", "percent"), [("60%", 60), ("Đạt 60 %", 60), ("Hoàn thành 99%", 99), ("1%", 1)]
)
def test_a_part_is_work_in_progress_and_a_doubt(value: str, percent: int) -> None:
    assert read(task_state, value) == (ReportedState("in_progress", percent), DOUBT)


@pytest.mark.parametrize(
    "value",
    ["gần xong", "cơ bản hoàn thành", "chưa hoàn thành", "không hoàn thành", "0%", "101%", "x",
     "đã thực hiện", "hoàn thành?", 1, True, date(2026, 12, 5), "đang", "done?"],
)  # fmt: skip
def test_other_words_are_no_state(value: Value) -> None:
    """So "chưa hoàn thành": it may have begun or not, and nobody can tell."""
    assert read(task_state, value) == (None, ERROR)


@pytest.mark.parametrize(
    ("value", "state"),
    [("đã gửi", "sent"), ("Có", "sent"), ("không phát sinh", "nil"), ("Không", "unsent"),
     ("chưa gửi", "unsent"), ("chưa", "unsent")],
)  # fmt: skip
def test_reports_are_sent_nil_or_not(value: str, state: str) -> None:
    assert read(report_state, value) == (ReportedState(state), FINE)


@pytest.mark.parametrize("value", ["gửi sau", "x", "hoàn thành", 1])
def test_other_words_tell_nothing_of_a_report(value: Value) -> None:
    assert read(report_state, value) == (None, ERROR)


FIFTH = date(2026, 12, 5)


@pytest.mark.parametrize(
    "value",
    [FIFTH, "5/12/2026", "05/12/2026", "5-12-2026", "5.12.2026", "05 / 12 / 2026",
     "ngày 05 tháng 12 năm 2026", "Ngày 5/12/2026", "2026-12-05", " 5/12/2026 "],
)  # fmt: skip
def test_days_are_read_in_the_vietnamese_order(value: Value) -> None:
    """Decree 30/2020/NĐ-CP: day, month, year."""
    assert read(CellReader.day, value) == (FIFTH, FINE)


@pytest.mark.parametrize(
    "value",
    ["12/2026", "31/02/2026", "12/25/2026", "5/12/26", "tháng 12", "quý IV", "20261205", 20261205,
     2026, 12.5, True, "05/12", "x", date(1900, 1, 1), "0/0/0000", "٥/١٢/٢٠٢٦x"],
)  # fmt: skip
def test_what_is_no_full_real_day_is_named(value: Value) -> None:
    """Two digits may be any century, and the 25th month is no American day."""
    assert read(CellReader.day, value) == (None, ERROR)


def test_a_spreadsheets_serial_number_is_a_day_and_a_doubt() -> None:
    """46361 is 5 December 2026 in the counting from 1900 (ECMA-376)."""
    assert read(CellReader.day, 46361, serial=FIFTH) == (FIFTH, DOUBT)


@pytest.mark.parametrize(("value", "number"), [(3, 3), (3.0, 3), ("3", 3), ("03", 3), (0, 0)])
def test_whole_numbers(value: Value, number: int) -> None:
    assert read(CellReader.count, value) == (number, FINE)


@pytest.mark.parametrize("value", [2.5, -1, "3 lĩnh vực", "1.000", "hai", True, FIFTH, "1e3", "٣"])
def test_other_numbers_are_named(value: Value) -> None:
    """So "1.000": it is a thousand in Vietnam and one elsewhere."""
    assert read(CellReader.count, value) == (None, ERROR)


@pytest.mark.parametrize(
    ("value", "number"),
    [("125/BC-STC", "125/BC-STC"), (125, "125"), (125.0, "125"), (" 06-CT/TU ", "06-CT/TU"),
     ("=1/BC", "=1/BC"), ("mẫu-01/BC", "mẫu-01/BC")],
)  # fmt: skip
def test_numbers_of_documents_are_words(value: Value, number: str) -> None:
    assert read(CellReader.number, value) == (number, FINE)


@pytest.mark.parametrize("value", [FIFTH, "-", "…", "//", True, 12.5])
def test_what_became_a_day_or_says_nothing_is_no_number(value: Value) -> None:
    """Excel makes 1 December of "12/2026"; a dash would prove a task."""
    assert read(CellReader.number, value) == (None, ERROR)


def test_several_documents_in_a_cell_are_kept_and_doubted() -> None:
    assert read(CellReader.number, "1/BC; 2/BC") == ("1/BC; 2/BC", DOUBT)


@pytest.mark.parametrize("what", [task_state, report_state, CellReader.day,
                                  CellReader.count, CellReader.number, CellReader.words])  # fmt: skip
@pytest.mark.parametrize("value", [None, "", "  ", "\n", "\u00a0"])
def test_an_empty_cell_says_nothing(
    what: Callable[[CellReader, ReturnedCell], Any], value: Value
) -> None:
    assert read(what, value) == (None, FINE)


@given(st.text(max_size=40) | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
       | st.dates() | st.booleans())  # fmt: skip
def test_nothing_breaks_and_nothing_is_lost(value: Any) -> None:
    """Whatever stands in a cell is either read or named with its place, by every way of reading."""
    ways = (task_state, report_state, CellReader.day, CellReader.count, CellReader.number,
            CellReader.words)  # fmt: skip
    for what in ways:
        reader = CellReader(Troubles("STC"))
        cell = ReturnedCell("G14", value)
        found = what(reader, cell)
        assert cell.empty or found is not None or [each.cell for each in reader.troubles] == ["G14"]
