"""Options of what is filled in on a letter, and whether it is entered in the book of reminders."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated

import typer

from kehoach.cli.frame.delivery import refuse
from kehoach.cli.frame.options import day_option
from kehoach.cli.frame.settings import Settings
from kehoach.letters.stationery import Particulars
from kehoach.words import Text

_LETTERS_ONLY = Text(
    "{options} chỉ dùng khi lập văn bản: thêm --agency hoặc --each",
    "{options} is for letters: add --agency or --each",
)
_TOO_SOON = Text(
    "--reply-by {reply} phải sau ngày ký {day}",
    "--reply-by {reply} must be after the letter's day {day}",
)
_BEFORE_FIGURES = Text(
    "--dated {day} sớm hơn ngày tính số liệu {as_of}",
    "--dated {day} is before the day of the figures, {as_of}",
)
_NO_NUMBER = Text(
    "--number phải bắt đầu bằng số, ví dụ 125 hoặc 125/STP-PBGDPL",
    "--number must begin with the number, such as 125 or 125/STP-PBGDPL",
)

_ReplyBy = Annotated[date | None, day_option("--reply-by"), Text(
    "Ngày cuối để trả lời, ghi trong văn bản", "The last day to answer, as the letter says it",
)]  # fmt: skip
_Dated = Annotated[date | None, day_option("--dated"), Text(
    "Ngày của văn bản; mặc định là ngày tính số liệu", "The letter's day; by default that of its figures",
)]  # fmt: skip
_Number = Annotated[str | None, typer.Option("--number", metavar="N"), Text(
    "Số của văn bản, ví dụ 125; với --each thì đếm lên từ số này",
    "The letter's number, such as 125; with --each counted up from this one",
)]  # fmt: skip
_Place = Annotated[str | None, typer.Option("--place"), Text(
    "Địa danh trước ngày ký", "The place before the day of signing",
)]  # fmt: skip
_Position = Annotated[str | None, typer.Option("--position"), Text(
    "Quyền hạn, chức vụ của người ký, xuống dòng ở dấu /",
    "Authority and position of who signs, a new line at each /",
)]  # fmt: skip
_Signer = Annotated[str | None, typer.Option("--signer"), Text(
    "Họ tên người ký", "The name of who signs",
)]  # fmt: skip
_Record = Annotated[bool, typer.Option("--record"), Text(
    "Ghi các văn bản đôn đốc vào reminders.yaml", "Enter the reminders in reminders.yaml",
)]  # fmt: skip


@dataclass(frozen=True)
class OfLetters:
    """What is filled in on letters."""

    number: _Number = None
    dated: _Dated = None
    reply_by: _ReplyBy = None
    place: _Place = None
    position: _Position = None
    signer: _Signer = None
    record: _Record = False

    def refuse_without_letter(self, settings: Settings) -> None:
        """Refuse any of it where no letter is asked for."""
        told = [
            f"--{each.name.replace('_', '-')}" for each in fields(self) if getattr(self, each.name)
        ]
        if told:
            refuse(settings, _LETTERS_ONLY, options=", ".join(told))

    def particulars(self, settings: Settings, as_of: date) -> Particulars:
        """Return what is filled in on a letter with the figures of a day; refuse what cannot be."""
        day = self.dated or as_of
        if self.number is not None and not self.number[:1].isdecimal():
            refuse(settings, _NO_NUMBER)
        if day < as_of:
            refuse(settings, _BEFORE_FIGURES, day=day, as_of=as_of)
        if self.reply_by and self.reply_by <= day:
            refuse(settings, _TOO_SOON, reply=self.reply_by, day=day)
        return Particulars(
            self.number, self.dated, self.reply_by, self.place, self.position, self.signer
        )
