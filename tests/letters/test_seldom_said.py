"""What letters seldom have to say; the scenes are small enough to be judged by hand."""

from collections.abc import Callable

import pytest

from builders import an_id
from kehoach.document.markdown import markdown
from kehoach.filing.understood import understood
from kehoach.letters.consolidation.gathered_reports import consolidate
from kehoach.letters.receipt.confirmation import confirmation
from kehoach.letters.reminder.correspondence import correspondences
from kehoach.letters.reminder.reminder import reminder
from kehoach.letters.reminder.reminder_annex import cut
from kehoach.letters.stationery import Particulars
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from letters.consolidated import consolidation_docx, consolidation_markdown, words_of

Judge = Callable[..., Run]
_PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thi hành
period: {from: 2021-01-01, to: 2022-12-31}
policy: {roll: none, reporting: bc}
items:
  - {id: bc, kind: report, title: Báo cáo năm, text: "Báo cáo.\\n\\nHằng năm.",
     implement: [a, b, c, cu, het], deadline: {every: year, before: 12-02}, wording: hằng năm}
  - {id: so, kind: task, title: Tập huấn, text: "Tập huấn.\\n\\nĐủ lượt.", implement: [a, b],
     deadline: {every: year}}
  - {id: ai, kind: task, title: Không ai, text: Làm., implement: [khong], deadline: {every: year}}
  - {id: mot, kind: report, title: Báo cáo một lần, text: Báo cáo., implement: [a],
     deadline: {by: 2021-06-30}}
  - {id: luon, kind: report, title: Báo cáo luôn, text: Báo cáo., implement: [a],
     deadline: {continuous: true}}
"""
_AGENCIES = """\
schema: kehoach/agencies@1
agencies:
  - {id: a, name: Sở A}
  - {id: b, name: Sở B}
  - {id: c, name: Sở C}
  - {id: d, name: Sở D}
  - {id: cu, name: Sở Cũ, valid: {to: 2021-06-30}, successors: [a]}
  - {id: het, name: Sở Hết, valid: {to: 2021-12-31}}
groups: [{id: khong, name: Không ai, members: []}]
"""


def _told(agency: str, document: str, more: str) -> str:
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {agency}\n'
        f"document: {{{document}}}\n{more}"
    )


_REPORT = "reports: [{item: bc, period: 2021}]\n"
_FILES = {
    "plan_07.yaml": _PLAN,
    "agencies.yaml": _AGENCIES,
    "submissions/a/1.yaml": _told(
        "a", "number: 1/A, date: 2021-10-01",
        "tasks: [{item: so, period: 2021, status: in_progress, quantity: 2}]\n"),
    "submissions/a/2.yaml": _told(
        "a", "number: 2/A, date: 2021-11-29",
        f"note: Khó khăn chung\n{_REPORT}"
        "tasks: [{item: so, period: 2021, status: in_progress, quantity: 5}]\n"),
    "submissions/c/1.yaml": _told("c", "number: 1/C", _REPORT),
    "submissions/d/1.yaml": _told(
        "d", "number: 1/D, date: 2021-11-30",
        f"{_REPORT}tasks: [{{item: so, period: 2021, status: in_progress}}]\n"),
    "submissions/b/hong.yaml": "schema: [\n",
}  # fmt: skip


def _consolidated(run: Run, item: str, period: str, kind: str = "markdown") -> str:
    (report,) = run.reports
    (demand,) = (x for x in report.docket.demands if (x.item.id, x.period) == (item, period))
    of = consolidate(report, demand, run.workspace.filings)
    if kind == "docx":
        return words_of(consolidation_docx(run, of, "vi"))
    return consolidation_markdown(run, of, "vi")


@pytest.fixture(name="told")
def _run(judge: Judge) -> Run:
    return judge(_FILES, "2022-03-31", git=False)


def test_a_consolidated_report_names_everybody_and_what_is_odd(told: Run) -> None:
    text = _consolidated(told, "bc", "2021")
    for words in (
        "Sở Hết (cơ quan đã chấm dứt, không có cơ quan kế thừa)",
        "Gửi báo cáo dù không thuộc diện phải báo cáo (01):", "Sở D: 1/D, 30/11/2021 (30/11/2021",
        "Có báo cáo nhưng chưa tính, vì đến sau ngày này hoặc không rõ ngày nhận (01):",
        "Sở C: 1/C (—)", "Ghi chú chung của đơn vị:", "Sở A: Khó khăn chung",
        "Bỏ qua 1 tệp không đọc được: data/submissions/b/hong.yaml",
        "Cộng số lượng: 5.", "không được giao mục này", "tệp khác cùng nói về mục này",
    ):  # fmt: skip
        assert words in text, words


def test_a_report_of_no_period_and_one_without_a_last_day(told: Run) -> None:
    assert "Sở A: quá hạn 274 ngày" in _consolidated(told, "mot", "once")
    (owed,) = (
        x for x in told.reports[0].docket.demands if x.item.id == "luon" and x.period != "2022"
    )
    assert "\n- Sở A\n" in _consolidated(told, "luon", owed.period)
    assert "kỳ báo cáo một lần" in _consolidated(told, "mot", "once", "docx")


def test_a_receipt_says_of_each_entry_why_it_does_not_count(told: Run) -> None:
    def receipt(file: str) -> str:
        return confirmation(told, understood(told, f"submissions/{file}"), "vi")

    assert "Không biết ngày nhận nên chưa được tính" in receipt("c/1.yaml")
    stranger = receipt("d/1.yaml")
    assert "kế hoạch không giao mục này cho Quý cơ quan trong kỳ này" in stranger
    late = receipt("a/1.yaml")
    assert "chưa hoàn thành, đã quá hạn 90 ngày" in late


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Rà soát, tổng hợp, trình", "Rà soát, tổng hợp, trình"),
        ("Rà soát các văn bản, tổng hợp kết quả", "Rà soát các văn bản …"),
        ("Rà, soát các văn bản liên quan đến", "Rà, soát các văn bản …"),
    ],
)
def test_long_words_are_cut_at_a_pause_or_else_between_two(words: str, shown: str) -> None:
    """At the last pause behind the middle of 24 letters; else at the last space."""
    assert cut(words, 24) == shown


_SECOND = {
    **_FILES,
    "plan_07.yaml": _PLAN.replace("reporting: bc", "consolidator: a, telling: declared")
    + "  - {id: sap, kind: task, title: Sắp tới, text: Làm., implement: [d], deadline: {by: 2022-04-20}}\n"
    "  - {id: mo, kind: task, title: Mở, heading: Rà soát, text: Các văn bản., implement: [b],"
    " deadline: {start: {by: 2022-01-31}}}\n"
    "  - {id: dung, kind: task, title: Dừng, text: Làm., implement: [b], deadline: {by: 2022-02-10}}\n",
    "agencies.yaml": _AGENCIES.replace("name: Sở A}", "name: Sở A, parent: d}"),
    "decisions.yaml": "schema: kehoach/decisions@1\nwaivers: [{item: bc, period: 2021, agencies: [c],"
    " reason: lũ, document: {number: 9/UB, date: 2021-11-01}}]\n"
    "pauses: [{item: dung, agencies: [b], from: 2022-02-01, until: 2022-02-10, reason: chờ,"
    " document: {number: 8/UB, date: 2022-02-01}}]\n",
    "submissions/c/1.yaml": _told("c", "title: Công văn", f"sample: true\n{_REPORT}"),
    "submissions/c/2.yaml": _told("c", "number: 2/C, date: 2021-11-30", _REPORT),
    "submissions/b/2.yaml": _told("b", "number: 2/B, date: 2021-11-30", _REPORT).replace(
        '"07"', '"99"'
    ),
}


@pytest.fixture(name="second")
def _second(judge: Judge) -> Run:
    return judge(_SECOND, "2022-03-31", git=False)


def test_what_a_plan_takes_and_whom_a_letter_goes_to(second: Run) -> None:
    """The body above the sender is told what falls due soon; that every declared day counts, everybody."""
    every_day = "Mọi ngày hoàn thành do cơ quan tự khai đều được tính"
    for agency, said in (("d", "Trong 30 ngày tới có 01 nội dung đến hạn"), ("b", "quá hạn")):
        (of,) = correspondences(second, an_id(agency))
        text = markdown(reminder(second, Screen(), of, Particulars()))
        assert (said in text, every_day in text) == (True, True), text


@pytest.mark.parametrize("who", ["a", "ca-tinh"])
def test_a_body_to_whom_the_sender_reports_is_reported_to_and_not_urged(
    judge: Judge, who: str
) -> None:
    """Also where the plan names the sender as one of a group."""
    old = "title: Báo cáo một lần, text: Báo cáo., implement: [a]"
    assert old in _SECOND["plan_07.yaml"]
    plan = _SECOND["plan_07.yaml"].replace(old, old.replace("[a]", f"[{who}], to: d"))
    group = "groups: [{id: ca-tinh, name: Cả tỉnh, members: [a, b]}, "
    agencies = _AGENCIES.replace("groups: [", group)
    files = {**_SECOND, "plan_07.yaml": plan, "agencies.yaml": agencies}
    (of,) = correspondences(judge(files, "2022-03-31", git=False), an_id("d"))
    assert of.kind == "report"


def test_what_is_said_of_an_item_that_is_laid_on_nobody_stands_there(judge: Judge) -> None:
    said = "tasks: [{item: ai, period: 2021, status: in_progress, note: Vẫn làm}]\n"
    letter = _told("b", "number: 5/B, date: 2021-11-29", _REPORT + said)
    text = _consolidated(
        judge(_FILES | {"submissions/b/5.yaml": letter}, "2022-03-31", git=False), "bc", "2021"
    )
    assert "Không còn giao cho cơ quan nào." in text
    assert "Vẫn làm" in text


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("c/1.yaml", ("Mọi ngày hoàn thành", "Văn bản: Công văn\n", "Dữ liệu minh hoạ")),
        ("c/2.yaml", ("được miễn",)),
        ("b/2.yaml", ("CHƯA GHI NHẬN BÁO CÁO", "Văn bản: 2/B ngày 30/11/2021")),
    ],
)
def test_what_a_receipt_seldom_says(second: Run, file: str, words: tuple[str, ...]) -> None:
    text = confirmation(second, understood(second, f"submissions/{file}"), "vi")
    for each in words:
        assert each in text, text


def test_the_annex_of_a_reminder_tells_what_a_day_rests_on(second: Run) -> None:
    """A beginning that is asked for; a heading before its sentence; ten days that did not count."""
    (of,) = correspondences(second, an_id("b"))
    rows = {
        cells[2]: cells
        for line in markdown(reminder(second, Screen(), of, Particulars())).splitlines()
        if len(cells := [each.strip() for each in line.split("|")]) > 3
    }
    assert "Rà soát: Các văn bản." in rows["mo"]
    assert any("Việc bắt đầu, kèm văn bản chứng minh" in cell for cell in rows["mo"])
    (due,) = (
        cell for cell in rows["dung"] if cell.startswith(("10/02/2022", "20/02/2022", "21/02/2022"))
    )
    assert "8/UB" in due
