"""What is said of beginnings and cannot be: told at its line, and nothing told twice."""

from collections.abc import Callable

import pytest

from kehoach.run import Run

Judge = Callable[..., Run]
PlanText = Callable[..., str]
_WORK = 'id: "1", lead: [so-tai-chinh], deadline: '
_FILE = "submissions/so-tai-chinh/%s.yaml"
_SENT = (
    'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
    "document: {number: %s/BC, date: %s}\ntasks:\n  - {item: 1, %s}\n"
)
_PROOF = "evidence: [{number: 9/QĐ, date: 2021-03-01}]"


def sent(entry: str, day: str = "2021-04-05", number: int = 1) -> dict[str, str]:
    """Return a file with one entry, in a letter of a day."""
    return {_FILE % number: _SENT % (number, day, entry)}


def found(run: Run, *codes: str) -> list[tuple[str, str]]:
    """Return code and Vietnamese message of the findings on files (of these codes)."""
    wrong = [each for each in run.wrong if not codes or each.rule.code in codes]
    return [(each.rule.code, each.message("vi")) for each in wrong]


BOTH = "[{start: {within: 2021-Q1}}, {by: 2021-12-31}]"
FROM = "[{start: {from: 2021-03}}, {by: 2021-12-31}]"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("status: in_progress, started: 2021-02-27", "ghi bắt đầu 27/02/2021"),
        ("status: done, completed: 2021-02-26", "ghi đã xong 26/02/2021"),
        ("status: done, started: 2021-02-20, completed: 2021-04-02", "ghi bắt đầu 20/02/2021"),
    ],
)
def test_begun_before_it_was_allowed(
    judge: Judge, plan_text: PlanText, entry: str, message: str
) -> None:
    files = {"plan_07.yaml": plan_text(_WORK + FROM), **sent(entry)}
    (told,) = found(judge(files, "2021-05-01"), "KH545")
    assert told == ("KH545", f"mục 1: {message}, trước ngày được bắt đầu 01/03/2021")


def test_begun_on_the_first_day_is_no_finding(judge: Judge, plan_text: PlanText) -> None:
    files = {
        "plan_07.yaml": plan_text(_WORK + FROM),
        **sent("status: in_progress, started: 2021-03-01"),
    }
    assert found(judge(files, "2021-05-01")) == []


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("status: in_progress", "ghi đang thực hiện nhưng không ghi ngày bắt đầu (started)"),
        ("period: start, status: done", "không ghi ngày nên tính theo ngày nhận 05/04/2021"),
        (
            "status: done, completed: 2021-04-02",
            "không ghi ngày bắt đầu nên tính theo ngày hoàn thành 02/04/2021",
        ),
    ],
)
def test_a_beginning_that_does_not_count_as_told(
    judge: Judge, plan_text: PlanText, entry: str, why: str
) -> None:
    files = {"plan_07.yaml": plan_text(_WORK + BOTH), **sent(entry)}
    assert found(judge(files, "2021-05-01")) == [("KH546", f"mục 1 (bắt đầu): {why}")]


def test_where_no_day_is_set_nothing_lacks(judge: Judge, plan_text: PlanText) -> None:
    files = {"plan_07.yaml": plan_text(_WORK + FROM), **sent("status: in_progress")}
    assert found(judge(files, "2021-05-01")) == []


def test_told_too_late(judge: Judge, plan_text: PlanText) -> None:
    """Due on 31 March and no report asked: to be told by 10 April."""
    files = {
        "plan_07.yaml": plan_text(_WORK + BOTH),
        **sent("status: in_progress, started: 2021-03-10", "2021-04-12"),
    }
    assert found(judge(files, "2021-05-01")) == [
        (
            "KH546",
            "mục 1 (bắt đầu): tự khai ngày 10/03/2021 nhưng báo muộn; tính theo ngày báo 12/04/2021",
        )
    ]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (
            f"status: done, started: 2021-04-03, completed: 2021-04-01, {_PROOF}",
            "ngày bắt đầu 03/04/2021 sau ngày hoàn thành 01/04/2021",
        ),
        (
            "status: not_started, started: 2021-03-10",
            "có ngày bắt đầu 10/03/2021 nhưng ghi là chưa làm",
        ),
        (
            "status: in_progress, started: 2021-04-10",
            "ngày bắt đầu 10/04/2021 sau ngày nhận 05/04/2021",
        ),
    ],
)
def test_a_day_that_contradicts(judge: Judge, plan_text: PlanText, entry: str, why: str) -> None:
    files = {"plan_07.yaml": plan_text(_WORK + BOTH), **sent(entry)}
    assert found(judge(files, "2021-05-01"), "KH547") == [("KH547", f"mục 1: {why}")]


def test_the_end_after_the_beginning_is_no_contradiction(judge: Judge, plan_text: PlanText) -> None:
    """In progress in April, done in December without the day of the beginning: nothing to settle."""
    files = {
        "plan_07.yaml": plan_text(_WORK + BOTH),
        **sent(f"status: in_progress, started: 2021-03-10, {_PROOF}"),
        **sent("status: done, completed: 2021-12-03", "2021-12-05", 2),
    }
    run = judge(files, "2021-12-31")
    assert found(run) == []
    assert [each.done for each in run.assessments] == [True, True]


def test_two_days_of_one_beginning(judge: Judge, plan_text: PlanText) -> None:
    files = {
        "plan_07.yaml": plan_text(_WORK + BOTH),
        **sent("status: in_progress, started: 2021-03-20"),
        **sent("status: in_progress, started: 2021-03-10", "2021-04-07", 2),
    }
    assert found(judge(files, "2021-05-01")) == [
        (
            "KH547",
            "mục 1: lần đầu báo bắt đầu ngày 20/03/2021, ở đây ghi 10/03/2021; lần đầu được tính",
        )
    ]


def test_several_beginnings_must_be_named(judge: Judge, plan_text: PlanText) -> None:
    rules = "[{start: {by: 2021-03-31}}, {start: {by: 2021-06-30}}, {by: 2021-12-31}]"
    files = {
        "plan_07.yaml": plan_text(_WORK + rules),
        **sent("status: in_progress, started: 2021-03-10"),
    }
    ((code, words),) = found(judge(files, "2021-05-01"))
    assert (code, words.partition(":")[2]) == (
        "KH546",
        " mục có nhiều lần bắt đầu (start-2021-03-31, start-2021-06-30): ghi rõ là lần nào ở “period”",
    )


def test_lateness_is_told_in_words_of_a_beginning(judge: Judge, plan_text: PlanText) -> None:
    run = judge({"plan_07.yaml": plan_text(_WORK + BOTH)}, "2021-04-03")
    (late,) = (each.message("vi") for each in run.findings if each.rule.code == "KH502")
    assert late == (
        "so-tai-chinh: mục 1 (bắt đầu) chưa bắt đầu, quá hạn bắt đầu 3 ngày (hạn 31/03/2021)"
    )


def test_a_code_of_a_start_in_the_book_that_nobody_asks_for(
    judge: Judge, plan_text: PlanText
) -> None:
    book = (
        "schema: kehoach/receipts@1\nreceipts:\n"
        "  - {agency: so-tai-chinh, item: 1, received: 2021-04-05, started: 2021-03-10}\n"
    )
    plan = plan_text(_WORK + "{by: 2021-12-31}")
    codes = [
        code
        for code, _ in found(judge({"plan_07.yaml": plan, "receipts.yaml": book}, "2021-05-01"))
    ]
    assert codes == ["KH406"]
