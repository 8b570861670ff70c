"""What the invented agencies file: small submissions, each marked as a sample."""

from dataclasses import dataclass
from datetime import date

from kehoach.start.demo_agencies import Sender

_HEAD = """\
# yaml-language-server: $schema=../../../schemas/submission.json
# Dữ liệu minh hoạ, không phải báo cáo thật
schema: kehoach/submission@1
plan: "11"
agency: {id}
sample: true
document: {{number: {number}, date: {dated}, signer: Nguyễn Văn Mẫu}}
"""


@dataclass(frozen=True)
class Yearly:
    """The report of a year, in a letter of the day ``dated``, and what it says beside.

    ``fields``: in how many fields an inspection was made (departments only); ``covers``: whether it
    speaks of the continuous work; ``remark``: words of the report itself; ``more``: further tasks.
    """

    sender: Sender
    year: int
    dated: date
    fields: int = 2
    covers: bool = True
    nil: bool = False
    remark: str = ""
    more: str = ""

    @property
    def file(self) -> str:
        """Where the file belongs."""
        return f"data/submissions/{self.sender.id}/bao-cao-{self.year}.yaml"

    def text(self) -> str:
        """Return the file."""
        nil = ", nil: true" if self.nil else ""
        remark = f", note: {self.remark}" if self.remark else ""
        tasks = self._inspection() + self._continuous() + self.more
        return (
            _head(self.sender, f"{100 + self.sender.number}/BC-{self.sender.short}", self.dated)
            + f"reports:\n  - {{item: II.1, period: {self.year}{nil}{remark}}}\n"
            + (f"tasks:\n{tasks}" if tasks else "")
        )

    def _inspection(self) -> str:
        if self.sender.district:
            return ""
        title = f"Kết luận kiểm tra {self.fields:02} lĩnh vực"
        return (
            f"  - item: I.3\n    period: {self.year}\n    status: done\n"
            f"    completed: {self.year}-09-15\n    quantity: {self.fields}\n"
            f"    evidence: [{{number: {50 + self.sender.number}/KL-{self.sender.short}, "
            f"date: {self.year}-09-15, title: {title}}}]\n"
        )

    def _continuous(self) -> str:
        if not self.covers or self.nil:
            return ""
        return (
            f"  - {{item: I.5, period: {self.year}, status: in_progress, "
            "note: Đã phổ biến tại các cuộc họp giao ban}\n"
        )


def done(sender: Sender, item: str, completed: date, title: str) -> str:
    """Return a file that says of one task that it is done, by a document of that day."""
    number = f"{20 + sender.number}/QĐ-{sender.short}"
    return (
        _head(sender, f"{70 + sender.number}/CV-{sender.short}", completed)
        + f"tasks:\n  - item: {item}\n    status: done\n    completed: {completed}\n"
        f"    evidence: [{{number: {number}, date: {completed}, title: {title}}}]\n"
    )


def requested(sender: Sender, due: date, dated: date) -> str:
    """Return a file with the report that a letter asked for by the day ``due``."""
    head = _head(sender, f"{80 + sender.number}/BC-{sender.short}", dated)
    return f"{head}reports:\n  - {{item: II.2, period: {due}}}\n"


def _head(sender: Sender, number: str, dated: date) -> str:
    return _HEAD.format(id=sender.id, number=number, dated=dated)
