"""Letters written for ``kehoach summary``: to one agency or to each, and entered in the book."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kehoach.cli.frame.answers import open_folder, screen, standing_file
from kehoach.cli.frame.delivery import (
    Rewriting,
    refuse,
    refuse_unwritable,
    rewrite,
    show,
    write_files,
)
from kehoach.cli.frame.settings import Settings
from kehoach.filing.yaml_insertion import CannotInsert
from kehoach.letters.letter_formats import SUMMARY_FORMATS
from kehoach.letters.reminder.book_entries import Sent, book_with, proposed
from kehoach.letters.reminder.correspondence import (
    Correspondence,
    Round,
    correspondences,
    days_to_wait,
    due_letters,
)
from kehoach.letters.reminder.reminder import addressee, letter_paper, reminder
from kehoach.letters.stationery import Particulars
from kehoach.letters.summary.overdue import AHEAD_DAYS
from kehoach.model import file_names
from kehoach.run import Account
from kehoach.terminal.screen import Screen
from kehoach.verdicts.tables.trend import due_within
from kehoach.words import Text, captions, shown_day
from kehoach.words.safety import unobeyed

_ENDINGS = {"markdown": "md", "html": "html", "eml": "eml", "docx": "docx"}
_EVER = 36500
_WRITTEN = Text("đã ghi {count} tệp vào {folder}", "wrote {count} {count:file|files} into {folder}")
_NUMBERED = Text("số {number}: {agency}", "No. {number}: {agency}")
_OTHER_BOOK = Text(
    "báo cáo có sổ số riêng, số để trống: {names}",
    "reports are numbered by themselves, theirs is left blank: {names}",
)
_UNADDRESSED = Text(
    "không viết thư cho cơ quan đã chấm dứt mà không có cơ quan kế thừa: {names}",
    "no letter to bodies that ended without a successor: {names}",
)
_SUCCEEDED = Text(
    "{agency} đã chấm dứt; viết cho cơ quan kế thừa: {heirs}",
    "{agency} has ended; write to its successor: {heirs}",
)
_OWN = Text(
    "danh mục việc của chính cơ quan theo dõi, không phải văn bản gửi đi: {names}",
    "a list of what the writing office itself owes, no letter: {names}",
)
_LATER = Text(
    "chưa đến lượt đôn đốc (viết cả: --all): {names}",
    "not their turn yet (all of them: --all): {names}",
)
_FROM = Text("{agency} (từ {day})", "{agency} (from {day})")
_NO_ADDRESS = Text(
    "tệp .eml chưa có nơi nhận, vì agencies.yaml không ghi contact của: {names}",
    "no To: in the .eml, since agencies.yaml gives no contact of: {names}",
)
_NOTHING = Text(
    "{agency} không có nội dung nào quá hạn hoặc đến hạn trong {days} ngày tới nên không lập văn bản"
    "{next}",
    "nothing of {agency} is overdue or falls due in the next {days} days: no letter{next}",
)
_NEXT = Text("; thời hạn tiếp theo là {day}", "; the next due day is {day}")
_EACH = Text("nhiều cơ quan thì thêm --each -o THƯ_MỤC", "for several agencies add --each -o DIR")
_SEVERAL = Text(
    "{agency} có việc theo các kế hoạch do nhiều cơ quan theo dõi; viết bằng --each -o THƯ_MỤC",
    "several bodies follow the plans of {agency}; write a letter of each by --each -o DIR",
)
_WHOLE_NUMBER = Text(
    "--record cần số đầy đủ: --number 125/STP-PBGDPL, hoặc ghi letterhead.number trong kế hoạch",
    "--record needs the whole number: --number 125/STP-PBGDPL, or --number 125 and letterhead.number in "
    "the plan",
)
_RECORDED = Text(
    "đã ghi vào {file}: {count} văn bản", "entered in {file}: {count} {count:letter|letters}"
)
_KNOWN = Text("{file} đã có các văn bản này", "{file} has these letters already")
_PROPOSED = Text(
    "mục ghi cho {file} (hoặc thêm --record):", "the entries for {file} (or add --record):"
)
_NO_ROOM = Text(
    "{file} được viết theo cách không thể ghi thêm tự động nên chưa ghi gì; bỏ --record rồi dán các mục "
    "được in ra vào đó",
    "{file} is written in a way in which nothing can be added; nothing was written: leave out --record, "
    "and paste the entries that are shown",
)
_ORDINAL = Text("lan-{time}", "no-{time}")


@dataclass(frozen=True)
class Sending:
    """What is sent for one run: in which format, with which particulars, and whether it is entered."""

    settings: Settings
    run: Account
    format: str
    given: Particulars
    output: Path | None
    force: bool
    record: bool

    def to_one(self, *, everything: bool) -> None:
        """Write the letter to the one agency asked for."""
        agency, *more = self.run.asked.agencies
        if more:
            refuse(self.settings, _EACH)
        letters = correspondences(self.run, agency)
        if not letters:
            self._tell_why_none()
            return
        if len(letters) > 1:
            refuse(self.settings, _SEVERAL, agency=self.run.agency_name(agency))
        shown = screen(self.settings, everything)
        sent = self._sent(letters[0], shown, self.given)
        self._refuse_unnumbered([sent])
        book = self._book([sent])
        made = SUMMARY_FORMATS[self.format](reminder(self.run, shown, letters[0], self.given))
        if self.output is None:
            show(made)
        else:
            write_files(self.settings, {self.output: made}, force=self.force)
        self._tell_unaddressed([sent])
        self._enter([sent], book)

    def to_each(self, *, everybody: bool) -> None:
        """Write a letter to each agency whose turn it is, numbered in the order of the files."""
        due, shown = due_letters(self.run, everybody=everybody), screen(self.settings, everybody)
        write, folder = SUMMARY_FORMATS[self.format], self.output or Path()
        files: dict[Path, str | bytes] = {}
        letters: list[Sent] = []
        for of in due.letters:
            given = self._numbered(of, sum(_counted(each.of) for each in letters))
            letters.append(self._sent(of, shown, given))
            name = f"{self._name(of, due)}.{_ENDINGS[self.format]}"
            files[folder / name] = write(reminder(self.run, shown, of, given))
        self._refuse_unnumbered(letters)
        book = self._book(letters)
        write_files(self.settings, files, force=self.force)
        self.settings.note(_WRITTEN.filled(count=len(files), folder=folder))
        self._tell(due, letters)
        self._enter(letters, book)

    def _numbered(self, of: Correspondence, before: int) -> Particulars:
        """Return what is filled in: a report and a list are not of the series of letters."""
        return self.given.further(before) if _counted(of) else self.given._replace(number=None)

    def _sent(self, of: Correspondence, shown: Screen, given: Particulars) -> Sent:
        paper = letter_paper(self.run, shown, of, given)
        return Sent(of, paper.number, given.dated or self.run.as_of, given.reply_by)

    def _name(self, of: Correspondence, due: Round) -> str:
        """Return what a file is called: for whom, from whom where several write, the how manieth."""
        alone = sum(each.agency == of.agency for each in due.letters) == 1
        of = of.on(self.given.dated or self.run.as_of)
        time = _ORDINAL.to(self.settings.lang, time=of.time)
        parts = (
            of.agency, *(() if alone else (of.sender or "",)),
            *((time,) if of.kind == "reminder" and of.time > 1 else ()),
        )  # fmt: skip
        return "-".join(parts)

    def _refuse_unnumbered(self, letters: Sequence[Sent]) -> None:
        """Refuse to enter a letter whose number is not known: it would not count."""
        if self.record and not all(each.numbered for each in letters if each.of.kind == "reminder"):
            refuse(self.settings, _WHOLE_NUMBER)

    def _book(self, letters: Sequence[Sent]) -> Rewriting | None:
        """Return the book as it is to be, where it is to have more; refuse where it cannot."""
        if not self.record:
            return None
        folder, prefix = open_folder(self.settings)
        raw = standing_file(self.settings, folder, prefix, file_names.REMINDERS)
        try:
            made = book_with(self.run, raw, letters)
        except CannotInsert:
            refuse(self.settings, _NO_ROOM, file=f"{prefix}{file_names.REMINDERS}")
        if made is None:
            return None
        path = folder.root / file_names.REMINDERS
        refuse_unwritable(self.settings, path, raw)
        return Rewriting(path, raw, made)

    def _enter(self, letters: Sequence[Sent], book: Rewriting | None) -> None:
        """Write the reminders into the book, or show what is to be pasted there."""
        file = f"{open_folder(self.settings)[1]}{file_names.REMINDERS}"
        count = sum(each.of.kind == "reminder" for each in letters)
        if not self.record:
            self._propose(unobeyed(proposed(self.run, letters)), file)
        elif book is not None:
            rewrite(self.settings, *book)
            self.settings.note(_RECORDED.filled(file=file, count=count))
        elif count:
            self.settings.note(_KNOWN.filled(file=file))

    def _propose(self, entries: str, file: str) -> None:
        """Show entries: on standard output where the letter itself is not there."""
        if not entries:
            return
        self.settings.note(_PROPOSED.filled(file=file))
        if self.output is None:
            sys.stderr.write(entries)
        else:
            show(entries)

    def _tell(self, due: Round, letters: Sequence[Sent]) -> None:
        """Say which letter has which number, who gets none now, and what is no letter."""
        for each in letters:
            if self.given.number and _counted(each.of):
                name = self.run.agency_name(each.of.agency)
                self.settings.note(_NUMBERED.filled(number=each.number, agency=name))
        reports = [each.of.agency for each in letters if each.of.kind == "report"]
        own = [each.of.agency for each in letters if each.of.kind == "list"]
        self._say(_OTHER_BOOK, reports if self.given.number else ())
        self._say(_OWN, own)
        if due.later:
            self.settings.note(_LATER.filled(names="; ".join(map(self._turn, due.later))))
        self._say(_UNADDRESSED, due.ended)
        self._tell_unaddressed(letters)

    def _turn(self, of: Correspondence) -> str:
        day = self.run.as_of + timedelta(days=days_to_wait(self.run, of))
        lang = self.settings.lang
        name = self.run.agency_name(of.agency)
        return _FROM.to(lang, agency=name, day=shown_day(day, lang))

    def _tell_unaddressed(self, letters: Sequence[Sent]) -> None:
        """Say whose address the registry lacks, where letters are e-mails; and what was not read."""
        if self.format == "eml":
            without = [each.of for each in letters if each.of.kind != "list"]
            self._say(_NO_ADDRESS, [of.agency for of in without if addressee(self.run, of) is None])
        if left := self.run.workspace.left_out:
            files = ", ".join(map(self.run.shown_file, left))
            self.settings.say(captions.LEFT_OUT.filled(count=len(left), files=files))

    def _tell_why_none(self) -> None:
        """Say why there is nothing to write to the agency asked for."""
        agency, run = self.run.asked.agencies[0], self.run
        heirs = run.registry.heirs_on(agency, run.as_of)
        name = run.agency_name(agency)
        if not heirs:
            refuse(self.settings, _UNADDRESSED, names=name)
        if agency not in heirs:
            names = ", ".join(map(run.agency_name, heirs))
            refuse(self.settings, _SUCCEEDED, agency=name, heirs=names)
        ahead = due_within(run.debts.get(agency, ()), _EVER)
        day = ahead[0].obligation.due if ahead else None
        lang = self.settings.lang
        following = _NEXT.to(lang, day=shown_day(day, lang)) if day else ""
        self.settings.note(_NOTHING.filled(agency=name, days=AHEAD_DAYS, next=following))

    def _say(self, words: Text, agencies: Sequence[str]) -> None:
        if agencies:
            self.settings.note(words.filled(names=", ".join(map(self.run.agency_name, agencies))))


def _counted(of: Correspondence) -> bool:
    """Say whether a letter is of the series that is counted up."""
    return of.kind in {"reminder", "notice"}
