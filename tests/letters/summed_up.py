"""A small office whose summary and reminders are written, and each of them as words."""

from collections.abc import Callable

import pytest

from builders import an_id
from kehoach.letters.letter_formats import SUMMARY_FORMATS
from kehoach.letters.reminder.correspondence import correspondences
from kehoach.letters.reminder.reminder import reminder
from kehoach.letters.summary.overview import overview
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from mail_reading import words_of

Judge = Callable[..., Run]
Capture = pytest.CaptureFixture[str]
DAY, YEAR_BEFORE = "2022-12-10", "2021-12-10"
FILES = {
    "plan_07.yaml": """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch theo dõi thi hành pháp luật
number: 12/KH-UBND
issued: 2021-02-05
issuer: ubnd-tinh
period: {from: 2021-01-01, to: 2023-12-31}
policy: {roll: none, reporting: "3", consolidator: so-tu-phap}
items:
  - {id: "1", kind: task, title: Quán triệt, text: Quán triệt Kế hoạch này trong tháng 3/2021.,
     implement: [so-nganh], deadline: {within: 2021-03}, wording: trong tháng 3/2021}
  - {id: "2", kind: task, title: Tuyên truyền, text: Tuyên truyền thường xuyên.,
     implement: [so-nganh], deadline: {continuous: true}}
  - {id: "3", kind: report, title: Báo cáo năm, text: Hàng năm báo cáo trước ngày 02/12.,
     implement: [so-nganh], to: ubnd-tinh, via: so-tu-phap, deliverable: báo cáo năm,
     deadline: {every: year, before: 12-02}, wording: "trước ngày 02/12"}
  - {id: "4", kind: task, title: Kiểm tra, text: Mỗi năm kiểm tra ít nhất 02 lĩnh vực.,
     lead: [so-tai-chinh], to: ubnd-tinh, deadline: {every: year}, wording: hàng năm,
     quota: [{at_least: 2, unit: lĩnh vực}]}
""",
    "agencies.yaml": """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd-tinh, name: UBND tỉnh}
  - {id: so-tu-phap, name: Sở Tư pháp}
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-ke-hoach, name: Sở Kế hoạch, valid: {to: 2022-06-30}, successors: [so-tai-chinh]}
  - {id: so-cu, name: Sở Cũ, valid: {to: 2022-06-30}}
groups:
  - {id: so-nganh, name: Các sở, members: [so-tu-phap, so-tai-chinh, so-ke-hoach, so-cu]}
""",
    "submissions/so-tu-phap/2021.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tu-phap
sample: true
document: {number: 1/BC-STP, date: 2021-03-30}
tasks:
  - {item: "1", status: done, completed: 2021-03-30, evidence: [{number: 1/CV, date: 2021-03-30}]}
""",
    "submissions/so-tu-phap/bao-cao-2021.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tu-phap
document: {number: 9/BC-STP, date: 2021-12-05}
reports: [{item: "3", period: 2021}]
""",
    "submissions/so-tai-chinh/2022.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tai-chinh
document: {number: 5/BC-STC, date: 2022-11-30}
reports: [{item: "3", period: 2022}]
tasks: [{item: "4", period: 2021, status: in_progress}]
""",
    "submissions/so-tai-chinh/hong.yaml": "schema: [\n",
}


def render(
    run: Run, name: str, lang: Lang = "vi", *, agency: str | None = None, before: Run | None = None
) -> str:
    screen = Screen(lang=lang, everything=True)
    if agency is None:
        made = SUMMARY_FORMATS[name](overview(run, screen, before))
    else:
        (of,) = correspondences(run, an_id(agency))
        made = SUMMARY_FORMATS[name](reminder(run, screen, of))
    return made if isinstance(made, str) else words_of(made)
