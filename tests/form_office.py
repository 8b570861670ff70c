"""A small office whose agencies report by form, and what officers type wrong there.

Plan "06" runs over 2021 and 2022. For each department: item 1, a task due on 30 June 2021 (a
Wednesday); item 2, each year at least two fields before 15 December; item 3, continuous; item 4, to
be begun by 31 March 2021 and done by the end of 2021; item 5, a yearly report due on 1 December (a
Wednesday in 2021), which covers the continuous work; item 6, allowed from 1 February 2021. One
agency is called ``no``, and one ended with 2020.
"""

from typing import NamedTuple

TODAY = "2021-11-28"
PLAN = """\
schema: kehoach/plan@1
id: "06"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2022-12-31}
policy: {roll: none, reporting: "5", consolidator: so-tu-phap}
items:
  - {id: "1", kind: task, title: Ban hành quy chế, text: Ban hành quy chế.,
     implement: [cac-so], deadline: {by: 2021-06-30}}
  - {id: "2", kind: task, title: Kiểm tra, text: Kiểm tra.,
     implement: [cac-so], deadline: {every: year, before: 12-15}, quota: [{at_least: 2, unit: lĩnh vực}]}
  - {id: "3", kind: task, title: Tuyên truyền, text: Thường xuyên tuyên truyền.,
     implement: [cac-so], deadline: {continuous: true}}
  - {id: "4", kind: task, title: Xây dựng trụ sở, text: Khởi công.,
     implement: [cac-so], deadline: [{start: {by: 2021-03-31}}, {by: 2021-12-31}]}
  - {id: "5", kind: report, title: Báo cáo năm, text: Hằng năm báo cáo.,
     implement: [cac-so], deadline: {every: year, before: 12-02}}
  - {id: "6", kind: task, title: Thí điểm, text: Thí điểm.,
     implement: [cac-so], deadline: [{start: {from: 2021-02-01}}, {by: 2021-12-31}]}
"""
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-noi-vu, name: Sở Nội vụ}
  - {id: so-tu-phap, name: Sở Tư pháp}
  - {id: "no", name: Ngân hàng Nhà nước}
  - {id: so-cu, name: Sở cũ, valid: {to: 2020-12-31}, successors: [so-noi-vu]}
groups:
  - {id: cac-so, name: Các sở, members: [so-tai-chinh, so-noi-vu, so-tu-phap, "no"]}
"""
OFFICE = {"plan_07.yaml": None, "plan_06.yaml": PLAN, "agencies.yaml": REGISTRY}
STC = "so-tai-chinh"

Values = dict[str, str]
LETTER = {"document.number": "125/BC-STC", "document.date": "26/11/2021"}
ONE = {
    "1@once.status": "done",
    "1@once.completed": "18/06/2021",
    "1@once.evidence.0.number": "98/QC-STC",
    "1@once.evidence.0.date": "18/6/2021",
}
RIGHT = {**LETTER, **ONE}
TWO = {**LETTER, "2@2021.status": "done", "2@2021.completed": "01/11/2021"}
BEGUN = {**LETTER, "4@start.status": "in_progress", "4@start.started": "20/03/2021"}
LATER = {**LETTER, "1@once.status": "in_progress", "1@once.reason": "chờ ý kiến"}
SENT = {**LETTER, "5@2021.status": "sent", "3@2021.status": "in_progress"}


class Wrong(NamedTuple):
    """Something typed wrong: all that is typed, the field to blame, and the code of the mistake."""

    values: Values
    field: str
    code: str


def _but(values: Values, field: str, typed: str, code: str) -> Wrong:
    return Wrong({**values, field: typed}, field, code)


WRONG = (
    _but(RIGHT, "document.date", "31/11/2021", "KH203"),
    _but(RIGHT, "document.date", "2021-02-30", "KH203"),
    _but(RIGHT, "document.date", "29/02/2021", "KH203"),
    _but(RIGHT, "document.date", "26.11.21", "KH203"),
    _but(RIGHT, "document.date", "11/2021", "KH203"),
    _but(RIGHT, "document.date", "hôm qua", "KH203"),
    _but(RIGHT, "document.date", "01/01/1899", "KH203"),
    _but(RIGHT, "document.date", "29/11/2021", "KH503"),
    _but(RIGHT, "1@once.completed", "", "KH410"),
    _but(RIGHT, "1@once.completed", "18/06", "KH203"),
    _but(RIGHT, "1@once.completed", "29/11/2021", "KH418"),
    _but(RIGHT, "1@once.completed", "18/06/2012", "KH420"),
    _but(RIGHT, "1@once.evidence.0.date", "19/06/2021", "KH413"),
    _but(RIGHT, "1@once.evidence.0.date", "30/2/2021", "KH203"),
    Wrong({**ONE, "1@once.evidence.0.number": ""}, "1@once.evidence.0.number", "KH409"),
    _but(SENT, "document.number", "", "KH421"),
    _but(SENT, "document.date", "", "KH421"),
    _but(SENT, "3@2021.status", "", "KH412"),
    Wrong(TWO, "2@2021.quantity", "KH411"),
    _but(TWO, "2@2021.quantity", "1", "KH411"),
    _but(TWO, "2@2021.quantity", "2,5", "KH203"),
    _but(TWO, "2@2021.quantity", "hai", "KH203"),
    _but(TWO, "2@2021.quantity", "-2", "KH203"),
    _but(TWO, "2@2021.quantity", "1.000", "KH203"),
    _but(TWO, "2@2021.quantity", "1234567890", "KH203"),
    _but(BEGUN, "4@start.started", "", "KH546"),
    _but(BEGUN, "4@start.started", "29/11/2021", "KH547"),
    _but({**BEGUN, "document.number": ""}, "4@start.evidence.0.number", "", "KH546"),
    _but(LATER, "1@once.expected", "25/11/2021", "KH554"),
    _but(LATER | {"document.date": "20/11/2021"}, "1@once.expected", "27/11/2021", "KH554"),
    _but(LATER, "1@once.expected", "31/11/2021", "KH203"),
    Wrong(
        {**LETTER, "6@start.status": "in_progress", "6@start.started": "31/01/2021"},
        "6@start.started",
        "KH545",
    ),
)
