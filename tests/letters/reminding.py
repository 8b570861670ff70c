"""A small office that reminds: its files, its book of reminders, and the letters that it writes."""

from collections.abc import Callable

import pytest

from builders import an_id
from kehoach.document.markdown import markdown
from kehoach.letters.reminder.correspondence import correspondences
from kehoach.letters.reminder.reminder import reminder
from kehoach.letters.stationery import Particulars
from kehoach.run import Run
from kehoach.terminal.screen import Screen

Judge = Callable[..., Run]
Capture = pytest.CaptureFixture[str]
DAY = "2026-11-25"
FILES = {
    "plan_07.yaml": """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch theo dõi thi hành pháp luật
number: 15/KH-UBND
issued: 2026-01-05
issuer: ubnd-tinh
place: Bắc Giang
period: {from: 2026-01-05, to: 2026-12-31}
policy: {roll: none, consolidator: so-tu-phap, reminders: {first: 7, again: 30}}
letterhead:
  number: "{number}/STP-PBGDPL"
  place: Bắc Ninh
  position: KT. Giám đốc / Phó Giám đốc
  signer: Nguyễn Văn A
  recipients: [Giám đốc Sở]
  filed: VT, PBGDPL
items:
  - {id: II.1, kind: task, title: Quán triệt, text: Quán triệt trong tháng 3/2026.,
     wording: trong tháng 3/2026, implement: [so-tai-chinh, so-ke-hoach, so-tu-phap, ubnd-tinh],
     deadline: {within: 2026-03}}
  - {id: II.2, kind: report, title: Báo cáo quý, text: Báo cáo hằng quý., wording: hằng quý,
     implement: [so-tai-chinh], deadline: {every: quarter}}
  - {id: II.3, kind: task, title: Sơ kết, text: Sơ kết., implement: [so-noi-vu], deadline: {by: 2026-12-05}}
""",
    "agencies.yaml": """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd-tinh, name: UBND tỉnh}
  - {id: so-tu-phap, name: Sở Tư pháp, short: STP}
  - {id: so-tai-chinh, name: Sở Tài chính, contact: {email: vt@stc.example.vn, name: Văn thư Sở}}
  - {id: so-noi-vu, name: Sở Nội vụ}
  - {id: so-ke-hoach, name: Sở Kế hoạch, valid: {to: 2026-06-30}, successors: [so-tai-chinh]}
""",
    "submissions/so-tai-chinh/2026.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tai-chinh
document: {number: 9/BC-STC, date: 2026-03-31}
reports: [{item: II.2, period: 2026-Q1}]
""",
}
BOOK = "schema: kehoach/reminders@1\nreminders:\n"
ENTRY = (
    "  - {{agency: {agency}, document: {{number: {number}, date: {day}}}, reply_by: 2026-08-05,"
    " about: [{{item: II.1}}]}}\n"
)
LETTER = ENTRY.format(agency="so-tai-chinh", number="80/STP-PBGDPL", day="2026-07-20")


def judged(judge: Judge, day: str = DAY, book: str = "", **more: str) -> Run:
    files = {**FILES, **({"reminders.yaml": BOOK + book} if book else {}), **more}
    return judge(files, day, git=False)


def letter(run: Run, agency: str, given: Particulars | None = None) -> str:
    (of,) = correspondences(run, an_id(agency))
    return markdown(reminder(run, Screen(), of, given or Particulars()))
