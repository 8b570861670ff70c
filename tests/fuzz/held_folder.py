"""A data folder held in memory, with a file of every kind, for what is tried many times."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kehoach.diagnostics import Finding, Place
from kehoach.model import file_names
from kehoach.reading.folder import Folder, Owners, everybody
from kehoach.reading.yaml_files.yaml_rules import UNREADABLE
from kehoach.reading.yaml_files.yaml_text import Refused
from kehoach.words import Text

FILES: Mapping[str, str] = {
    "plan_07.yaml": """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2026-12-31}
policy: {before: exclusive, roll: next}
events: [{id: phe-duyet, text: được phê duyệt đề án}]
sections: [{id: I, title: Mục tiêu, text: Nói rõ.}]
items:
  - {id: "1", kind: report, title: Báo cáo, text: Báo cáo hằng năm., implement: [so-nganh],
     deadline: {every: year, before: 12-02}, wording: trước ngày 02/12 hằng năm}
  - {id: "2", kind: task, title: Rà soát, text: Rà soát., lead: [so-noi-vu], coordinate: [so-tai-chinh],
     deadline: {within: 2021-06}, quota: [{at_least: 2, unit: cuộc}], tags: [a]}
  - id: "3"
    kind: task
    title: Sau
    text: Sau khi phê duyệt.
    lead: [so-tu-phap]
    deadline: {event: phe-duyet, plus: 10 working days, aim: {by: 2022-03-01}}
""",
    "agencies.yaml": """\
schema: kehoach/agencies@1
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính, short: STC, variants: [Sở TC], contact: {email: stc@x.vn}}
  - {id: so-noi-vu, name: Sở Nội vụ, committers: [snv@x.vn], valid: {from: 2020-01-01}}
  - {id: so-tu-phap, name: Sở Tư pháp, short: STP}
  - {id: so-cu, name: Sở cũ, valid: {to: 2023-06-30}, successors: [so-tu-phap], parent: so-noi-vu}
groups:
  - {id: so-nganh, name: Các sở, members: [so-tai-chinh, so-noi-vu, so-tu-phap, so-cu]}
""",
    "decisions.yaml": """\
schema: kehoach/decisions@1
waivers:
  - {item: "2", agencies: [so-noi-vu], reason: Không còn, document: {number: 1/QĐ, date: 2021-05-01}}
extensions:
  - {item: "1", period: "2021", due: 2021-12-31, document: {number: 2/QĐ, date: 2021-11-01}}
pauses:
  - {item: "2", from: 2021-02-01, reason: Dịch, document: {number: 6/QĐ, date: 2021-02-01}}
returns:
  - {item: "1", agencies: [so-tai-chinh], reason: Thiếu, document: {number: 7/CV, date: 2021-12-05}}
events:
  - {id: phe-duyet, date: 2021-03-01, document: {number: 3/QĐ, date: 2021-03-01}}
""",
    "receipts.yaml": """\
schema: kehoach/receipts@1
receipts:
  - {agency: so-tai-chinh, received: 2021-11-30, document: {number: 1/BC, date: 2021-11-29}}
""",
    "calendar.yaml": """\
schema: kehoach/calendar@1
years: [{year: 2027, source: Đoán, confirmed: false, off: [{date: 2027-01-01, name: Tết}]}]
""",
    "reminders.yaml": """\
schema: kehoach/reminders@1
reminders:
  - {agency: so-noi-vu, about: [{item: "2"}], document: {number: 4/CV, date: 2021-07-10}}
""",
    "checks.yaml": """\
schema: kehoach/checks@1
severity: {KH401: warning}
ignore: [{rule: KH401, file: "submissions/*", reason: Cũ, until: 2022-01-01}]
""",
    "submissions/so-tai-chinh/bao-cao.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tai-chinh
document: {number: 1/BC, date: 2021-11-29, title: Báo cáo năm, signer: Nguyễn Văn A}
reports: [{item: "1", period: 2021, note: Đủ}]
tasks:
  - item: "2"
    status: in_progress
    quantity: 1
    reason: Thiếu người
    expected: 2021-07-01
    evidence: [{number: 5/QĐ, date: 2021-06-01, title: Quyết định}]
note: |
  Hai dòng
  ghi chú.
""",
}


class HeldFolder(Folder):
    """A folder whose files are bytes."""

    root = Path("data")

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.blobs: dict[str, tuple[str, ...]] = {}

    def names(self) -> list[str]:
        """Return the names of what lies in the folder itself, in order."""
        return sorted({name.partition("/")[0] for name in self.files})

    def submissions(self, owners: Owners = everybody) -> Iterator[str | Refused]:
        """Yield the names of the files below ``submissions/``."""
        for name in sorted(self.files):
            if name.startswith("submissions/") and owners(file_names.owner(name)):
                yield name

    def exists(self, name: str) -> bool:
        """Say whether there is a file of that name."""
        return name in self.files

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        if name not in self.files:
            raise Refused(Finding(UNREADABLE, Place.whole(name), {"reason": Text("x", "x")}))
        return self.files[name]

    def aside(self) -> Iterator[str]:
        """Yield nothing: there are no other folders."""
        return iter(())


def with_file(name: str, raw: bytes) -> HeldFolder:
    """Return the folder with one file in it as given."""
    return HeldFolder({each: text.encode() for each, text in FILES.items()} | {name: raw})
