"""The page that an officer reads every morning: whole, readable and true at any width."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from kehoach.pages.status_page import status_table
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.terminal.grid import Column, Grid
from kehoach.terminal.screen import Screen, paint
from kehoach.terminal.styled import Styled
from kehoach.words import Lang
from kehoach.words.statuses import Remark, Status

DATA = Path(__file__).parents[2] / "data"
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
_DAY = re.compile(r"\d\d/\d\d/\d{4}")


def run_on(day: str, **question: tuple[str, ...]) -> Run:
    return answer(DataFolder(DATA), "data/", Question(date.fromisoformat(day), **question))  # type: ignore[arg-type]


def page(run: Run, screen: Screen, **options: Any) -> str:
    return status_table(run, screen, **{"full": True, **options})


@pytest.fixture(scope="module")
def december() -> Run:
    return run_on("2021-12-15")


@pytest.mark.parametrize("width", [80, 100, 160])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_line_is_wider_than_the_terminal(december: Run, width: int, lang: Lang) -> None:
    lines = page(december, Screen(width, lang=lang)).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_it_says_what_plan_as_of_when_on_what_data(december: Run) -> None:
    shown = page(december, Screen(120))
    assert "Dữ liệu minh hoạ" in shown.splitlines()[0]
    for words in ("Kế hoạch 06", "15/12/2021", "Asia/Ho_Chi_Minh", "25 tệp báo cáo", "data/"):
        assert words in shown


def test_the_totals_stand_with_numerator_and_denominator(december: Run) -> None:
    """593 = 23 + 4 + 284 + 282 was worked out by hand (tests/data/test_verdicts.py)."""
    shown = page(december, Screen(120))
    assert re.search(r"593\s+=\s+23\s+\+\s+4\s+\+\s+284\s+\+\s+282", shown)
    assert "27/309 (8,7 %)" in shown
    assert "23/309 (7,4 %)" in shown


def test_the_worst_agencies_come_first_and_the_rest_is_counted(december: Run) -> None:
    few, everything = page(december, Screen(120)), page(december, Screen(120, everything=True))
    rows = len(december.responsibilities)
    assert f"… và {rows - 10} cơ quan khác (--all)" in few
    assert "cơ quan khác" not in everything
    for row in december.responsibilities:
        assert row.agency in december.registry.agency
    overdue = [row.counts[Status.OVERDUE] for row in december.responsibilities]
    assert overdue == sorted(overdue, reverse=True)


def test_colour_changes_nothing_but_colour(december: Run) -> None:
    plain, coloured = page(december, Screen(100)), page(december, Screen(100, color=True))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    bare = [line.rstrip() for line in _ESCAPE.sub("", coloured).splitlines()]
    assert bare == plain.splitlines()


@pytest.mark.parametrize("width", [1, 20, 40, 80])
def test_no_date_and_no_number_is_ever_cut(december: Run, width: int) -> None:
    """Narrower than its columns a table grows beyond the screen rather than lose a figure."""
    days = set(_DAY.findall(page(december, Screen(), listed=True)))
    assert days
    assert set(_DAY.findall(page(december, Screen(width), listed=True))) <= days
    assert "…/" not in page(december, Screen(width))


@pytest.mark.parametrize("by", ["agency", "item", "period"])
def test_each_grouping_counts_everything(december: Run, by: str) -> None:
    lines = page(december, Screen(), by=by).splitlines()
    # 34 items less III.2.b (no time), III.2.d and e (not begun), III.2.f (no request).
    rows = {"agency": 258, "item": 34 - 4, "period": 2}[by]
    head = next(i for i, line in enumerate(lines) if line.startswith("THEO "))
    body = [line for line in lines[head + 3 :] if re.search(r"\d+/\d+ \(|0/0$", line)]
    assert len(body) == rows


def test_a_filtered_page_counts_what_it_lists() -> None:
    run = run_on("2021-12-15", only=("missing",))
    shown = page(run, Screen(), listed=True)
    assert "Quá hạn, chưa gửi báo cáo" in shown
    assert run.counts[Remark.MISSING] == len(run.assessments) == 49


def test_a_grid_breaks_at_spaces_and_keeps_every_word() -> None:
    columns = (Column("Mục"), Column("Nội dung", flexible=True), Column("Số", number=True))
    words = "Tham mưu ban hành Chỉ thị về phổ biến giáo dục pháp luật"
    grid = Grid(columns, [[Styled("II.3.5"), Styled(words), Styled("76")]])
    lines = paint([grid], Screen(40)).splitlines()
    assert max(map(cell_len, lines)) <= 40
    assert lines[1].split()[0] == "II.3.5"
    assert lines[1].split()[-1] == "76"
    told = " ".join(line.removeprefix("II.3.5").removesuffix("76").strip() for line in lines[1:])
    assert told == words


def test_a_word_longer_than_its_column_is_broken_not_cut() -> None:
    long = "a" * 50
    lines = paint([Grid((Column("x", flexible=True),), [[Styled(long)]])], Screen(20)).splitlines()
    assert "".join(lines[1:]) == long
    assert max(map(len, lines)) <= 20


def test_a_table_of_many_columns_fits_and_tears_no_word() -> None:
    """Ten columns on a terminal of 80: each gets what its longest word needs before any gets more."""
    heads = ("Kho dữ liệu", "Tính đến ngày", *["Hoàn thành quá hạn"] * 4, "Tỷ lệ đúng hạn", "Lỗi")
    row = ("Bắc Giang", "20/11/2026", *["1.565"] * 4, "168/188 (89,4 %)", "2")
    columns = [Column(head, number=place > 1, flexible=True) for place, head in enumerate(heads)]
    lines = [str(line) for line in Grid(columns, [[Styled(cell) for cell in row]]).lines(80)]
    assert max(cell_len(line.rstrip()) for line in lines) <= 80
    said = " ".join(lines).split()
    assert sorted(said) == sorted(" ".join((*heads, *row)).split())
    assert "(89,4 %)" in " ".join(lines)
