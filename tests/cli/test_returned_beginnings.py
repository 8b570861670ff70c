"""The row of a beginning in a returned workbook: the day filled in is the day on which it began."""

from datetime import date

import pytest

from cli.returned_sheets import DAY, NUMBER, STATUS, Desk, MakeFolder, PlanText

START = 'id: "1", lead: [so-nganh], deadline: [{start: {by: 2022-06-30}}, {by: 2022-12-31}]'
COMPLETED = "H"
ROWS = ("task 1 start", "task 1 once")


@pytest.fixture(name="desk")
def _desk(folder: MakeFolder, plan_text: PlanText, capsys: pytest.CaptureFixture[str]) -> Desk:
    report = 'id: "9", kind: report, lead: [so-nganh], deadline: {every: year, before: 12-02}'
    plan = plan_text(report, START, head='policy: {reporting: "9"}')
    return Desk(folder({"plan_07.yaml": plan}).root, capsys)


@pytest.mark.parametrize("state", ["đang thực hiện", "hoàn thành"])
def test_the_day_of_a_beginning_is_its_own(desk: Desk, state: str) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[0], STATUS, state)
        pen.put(ROWS[0], COMPLETED, date(2022, 6, 20))
        pen.put(ROWS[0], NUMBER, "5/KC")
        pen.put(ROWS[0], DAY, date(2022, 6, 19))
        pen.put(ROWS[1], STATUS, "đang thực hiện")
    told = desk.run()
    assert told.code == 0, told
    (submission,) = desk.written().values()
    start, end = submission.tasks
    assert (start.period, start.started, start.completed) == ("start", date(2022, 6, 20), None)
    assert start.status == ("in_progress" if state == "đang thực hiện" else "done")
    assert (end.period, end.status, end.started) == ("once", "in_progress", None)


def test_the_sheet_says_by_when_to_begin_and_where_the_day_is_written(desk: Desk) -> None:
    with desk.open() as pen:
        row = pen.rows[ROWS[0]]
        assert pen.sheet[f"D{row}"].value == "bắt đầu"
        assert pen.sheet[f"E{row}"].value == (
            "bắt đầu chậm nhất 30/06/2022 (thứ Năm); đã quá hạn 148 ngày; "
            "ghi ngày bắt đầu vào cột “Ngày hoàn thành”"
        )


def test_a_beginning_without_its_day_is_told(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[0], STATUS, "đang thực hiện")
    told = desk.run()
    assert "ngày bắt đầu" in told.out + told.err
