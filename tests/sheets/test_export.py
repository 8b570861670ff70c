"""The published table and its numbers in every format of export."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import datetime
from io import StringIO
from itertools import chain, repeat

import pytest

from kehoach.pages.status_page import status_json
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Reason, Status
from kehoach.verdicts.assessment.alike import alone
from kehoach.words import Lang
from sheets.exported import Judge, PlanText, book, export, ones, shipped

VI = Screen()


def _csv(run: Run, lang: Lang = "vi") -> list[dict[str, str]]:
    text = export(run, "csv", lang).decode()
    return list(csv.DictReader(StringIO(text, newline="")))


def _published(judge: Judge, plan_text: PlanText) -> Run:
    """Return the table of report 1270/BC-TCTTTg of the Government Office (2017), verdict by verdict."""
    run = ones(judge, plan_text)
    one = run.assessments[0]
    numbers = {
        Status.DONE_ON_TIME: 14_068, Status.DONE_LATE: 1_983, Status.IN_TERM: 5_640,
        Status.OVERDUE: 223,
    }  # fmt: skip
    each = (one._replace(status=s, reason=Reason.NOTHING_CAME) for s in numbers)
    return replace(
        run, alike=tuple(map(alone, chain.from_iterable(map(repeat, each, numbers.values()))))
    )


def test_the_published_table_in_the_workbook(judge: Judge, plan_text: PlanText) -> None:
    """21,914 = 14,068 + 1,983 + 5,640 + 223; completion 16,051/16,274."""
    sheets = book(_published(judge, plan_text), large=True)
    rows = {
        str(row[0]): row[1:4] for row in sheets["Tổng hợp"].iter_rows(values_only=True) if row[0]
    }
    parts = ("Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Trong hạn", "Quá hạn")
    assert [rows[part][0] for part in parts] == [14_068, 1_983, 5_640, 223]
    assert rows["Giao = đúng hạn + hoàn thành quá hạn + trong hạn + quá hạn"][0] == 21_914
    (completion,) = (cells for name, cells in rows.items() if name.startswith("Tỷ lệ hoàn thành"))
    assert completion[:2] == (16_051, 16_274)
    assert completion[2] == pytest.approx(16_051 / 16_274)
    for name in ("Theo cơ quan", "Theo mục"):
        heads, *body = sheets[name].iter_rows(values_only=True)
        sums = {
            head: sum(number for row in body if isinstance(number := row[column], int))
            for column, head in enumerate(heads)
        }
        heads = ("Giao", "Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Trong hạn", "Quá hạn")
        assert [sums[head] for head in heads] == [21_914, 14_068, 1_983, 5_640, 223]
    assert sheets["Quá hạn"].max_row == 1 + 223
    assert sheets["Nghĩa vụ"].max_row == 1 + 21_914


def test_the_published_table_in_csv(judge: Judge, plan_text: PlanText) -> None:
    """The rows of each state are as many as the table says."""
    assert Counter(row["Trạng thái"] for row in _csv(_published(judge, plan_text))) == {
        "Hoàn thành đúng hạn": 14_068,
        "Hoàn thành quá hạn": 1_983,
        "Trong hạn": 5_640,
        "Quá hạn": 223,
    }


def test_the_shipped_data_agree_in_every_format(judge: Judge) -> None:
    """One row an obligation everywhere, and the workbook's sums are those of ``status``."""
    run = judge(shipped(), "2021-12-15", git=False)
    assert len(_csv(run)) == len(run.assessments)
    sheets = book(run)
    assert list(sheets) == [
        "Tổng hợp", "Nghĩa vụ", "Theo cơ quan", "Theo mục", "Quá hạn", "Sắp đến hạn", "Phát hiện",
    ]  # fmt: skip
    assert sheets["Nghĩa vụ"].max_row == 1 + len(run.assessments)
    assert sheets["Theo cơ quan"].max_row == 1 + len(run.responsibilities)
    assert sheets["Phát hiện"].max_row == 1 + len(run.wrong)
    (assigned,) = (row[1] for row in sheets["Tổng hợp"].iter_rows(values_only=True)
                   if str(row[0]).startswith("Giao ="))  # fmt: skip
    assert assigned == run.counts.assigned
    assert export(run, "json").decode() == "".join(status_json(run, VI))


def test_the_first_sheet_says_what_it_is(judge: Judge) -> None:
    """Plan, day, data revision, and that invented data are counted."""
    run = judge(shipped(), "2021-12-15", git=False)
    top = [row[0].value for row in book(run)["Tổng hợp"].iter_rows(max_row=9)]
    assert any("Dữ liệu minh hoạ" in str(words) for words in top)
    assert any("Kế hoạch 06" in str(words) for words in top)
    assert any("15/12/2021" in str(words) for words in top)
    assert any("không thuộc kho git nào" in str(words) for words in top)


def test_what_was_asked_for_is_said(judge: Judge, plan_text: PlanText) -> None:
    """A part is never taken for the whole."""
    run = ones(judge, plan_text, agencies=("so-noi-vu",), only=("on-time",))
    words = "".join(str(row[0].value) for row in book(run)["Tổng hợp"].iter_rows())
    assert "Chỉ gồm: cơ quan so-noi-vu · trạng thái on-time" in words
    assert len(_csv(run)) == 1


def test_days_are_days_and_numbers_are_numbers(judge: Judge, plan_text: PlanText) -> None:
    """Sorting by day and adding up work in a spreadsheet; the header stays and filters."""
    sheet = book(ones(judge, plan_text))["Nghĩa vụ"]
    heads = [str(cell.value) for cell in sheet[1]]
    due = sheet.cell(2, heads.index("Hạn") + 1)
    assert due.value == datetime(2021, 12, 10)  # noqa: DTZ001 - a day of a spreadsheet has no zone
    assert due.is_date
    assert due.number_format == "dd/mm/yyyy"
    days = [
        sheet.cell(row, 1 + heads.index("Quá hạn (+), còn lại hoặc sớm (−): ngày"))
        for row in (2, 3)
    ]
    # Five days are left to the one; the other had done it nine days before.
    assert sorted(str(cell.value) for cell in days) == ["-5", "-9"]
    assert {cell.data_type for cell in days} == {"n"}
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref


def test_csv_keeps_numbers_and_days(judge: Judge, plan_text: PlanText) -> None:
    """A negative number is no formula; days are ISO 8601; lines end as RFC 4180 has it."""
    run = ones(judge, plan_text)
    rows = _csv(run, "en")
    assert [row["Due"] for row in rows] == ["2021-12-10"] * 2
    assert sorted(row["Days late (+), left or early (-)"] for row in rows) == ["-5", "-9"]
    assert export(run, "csv").count(b"\r\n") == 3
    assert not export(run, "csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", ["csv", "xlsx", "ics", "json", "parquet"])
def test_the_same_answer_gives_the_same_bytes(
    judge: Judge, plan_text: PlanText, name: str, lang: Lang
) -> None:
    """Nothing rests on the clock."""
    run = ones(judge, plan_text)
    assert export(run, name, lang) == export(run, name, lang)
