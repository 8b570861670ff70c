"""The options that the commands of one entry share, each set of them one parameter."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from kehoach.cli.frame.options import All, day_option
from kehoach.words import Text, captions

_Items = Annotated[list[str] | None, typer.Argument(metavar="ITEM..."), Text(
    "Số mục của kế hoạch, một hoặc nhiều mục",
    "The item of the plan, one or several",
)]  # fmt: skip
_Bodies = Annotated[list[str] | None, typer.Option("--agency", metavar="ID"), Text(
    "Cho cơ quan hay nhóm này: mã hoặc tên; dùng được nhiều lần; không ghi là mọi cơ quan "
    "của mục (return thì bắt buộc)",
    "For this agency or group: id or name; may be repeated; by default all that owe the "
    "item (return needs it)",
)]  # fmt: skip
_Periods = Annotated[list[str] | None, typer.Option("--period", metavar="P"), Text(
    "Kỳ, ví dụ 2026 hoặc 2026-H1; cần khi mục có nhiều kỳ; dùng được nhiều lần",
    "The period, such as 2026 or 2026-H1; needed where the item has several; may be repeated",
)]  # fmt: skip
_Plan = Annotated[str | None, typer.Option("--plan", metavar="ID"), Text(
    "Kế hoạch; cần khi nhiều kế hoạch có mục hay sự kiện này",
    "The plan; needed where several have the item or event",
)]  # fmt: skip
_Number = Annotated[str | None, typer.Option("--number", metavar="N"), Text(
    "Số, ký hiệu của văn bản; cần có, trừ khi receive nhận báo cáo của một mục",
    "The number of the document; needed but to receive an item's report",
)]  # fmt: skip
_Dated = Annotated[date | None, day_option("--dated"), Text(
    "Ngày của văn bản; cần có, trừ khi receive nhận báo cáo của một mục",
    "The date of the document; needed but to receive an item's report",
)]  # fmt: skip
_Title = Annotated[str | None, typer.Option("--title", metavar="WORDS"), Text(
    "Trích yếu của văn bản",
    "What the document is about",
)]  # fmt: skip
_Signer = Annotated[str | None, typer.Option("--signer", metavar="WORDS"), captions.SIGNER]
_Note = Annotated[str | None, typer.Option("--note", metavar="WORDS"), Text(
    "Ghi chú thêm vào mục được ghi",
    "A note that is kept with the entry",
)]  # fmt: skip
_DryRun = Annotated[bool, typer.Option("--dry-run"), Text(
    "Chỉ cho xem sẽ ghi gì và điều gì đổi, không ghi",
    "Only show what would be written and what would change",
)]  # fmt: skip
_Anyway = Annotated[bool, typer.Option("--anyway"), Text(
    "Vẫn ghi dù mục này chưa có tác dụng gì, hoặc ngày đáng ngờ; lỗi thì không bao giờ ghi",
    "Write it although it has no effect yet, or a doubtful day; an error is never written",
)]  # fmt: skip
_AsOf = Annotated[date | None, day_option("--as-of"), Text(
    "Cho xem kết luận đổi ra sao tính đến hết ngày này; mặc định là hôm nay",
    "Show how verdicts turn as of the end of this day; by default today",
)]  # fmt: skip
Reason = Annotated[
    str | None,
    typer.Option("--reason", metavar="WORDS"),
    Text("Lý do; bắt buộc", "The reason; needed"),
]


@dataclass(frozen=True)
class Manner:
    """How an entry is written: by which day it is judged, only tried, or though in doubt."""

    dry_run: _DryRun = False
    anyway: _Anyway = False
    as_of: _AsOf = None
    all_: All = False


@dataclass(frozen=True)
class EntryLetter:
    """What every entry may say: of which plan and periods it is, and the document."""

    period: _Periods = None
    plan: _Plan = None
    number: _Number = None
    dated: _Dated = None
    title: _Title = None
    signer: _Signer = None
    note: _Note = None

    @property
    def document(self) -> dict[str, str | date | None]:
        """What is said of the document, by its keys."""
        return {
            "number": self.number, "date": self.dated, "title": self.title, "signer": self.signer,
        }  # fmt: skip


@dataclass(frozen=True)
class BodiesLetter(EntryLetter):
    """The same, of some bodies."""

    agency: _Bodies = None


@dataclass(frozen=True)
class ItemsLetter(BodiesLetter):
    """The same, of some items."""

    item: _Items = None
