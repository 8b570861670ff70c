"""From the sheets of a returned workbook to submissions, with everything that had to be refused.

A sheet becomes a submission only where every filled cell of it is understood; what an import lets
pass, ``kehoach check`` does not complain of, or the doubt has been named here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId, BodyId, ItemId, PlanId
from kehoach.model.plan import Plan
from kehoach.model.submissions import Submission
from kehoach.periods import PeriodName
from kehoach.run import Run
from kehoach.sheets.form_layout import RowMark, SheetMark
from kehoach.sheets.returned.cell_reader import CellReader
from kehoach.sheets.returned.returned_entries import Entry, RowAsked, entry_of
from kehoach.sheets.returned.returned_sheets import (
    NO_CELL,
    ReturnedCell,
    ReturnedRow,
    ReturnedSheet,
    ReturnedWorkbook,
)
from kehoach.sheets.returned.returned_troubles import CellTrouble, Troubles
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import shown_day
from kehoach.words.period_names import period_meant


class SheetPlace(NamedTuple):
    """Where a sheet stands, and whether nothing is filled in on it."""

    workbook: str
    sheet: str
    blank: bool

    def twin_of(self, other: "SheetPlace") -> bool:
        """Say whether two sheets of one mark are too many: of two workbooks, where both are filled in."""
        if self.workbook == other.workbook:
            return self.sheet != other.sheet
        return not self.blank and not other.blank

    def called_from(self, workbook: str) -> str:
        """Return what it is called in what is said of a workbook."""
        return self.sheet if self.workbook == workbook else f"{self.workbook}: {self.sheet}"


@dataclass(frozen=True)
class Known:
    """What a workbook is read against; ``owed`` are the least numbers by what is owed (0: none).

    ``received`` is the day on which it came, where that is entered in the book.
    """

    registry: Registry
    plans: Mapping[PlanId, Plan]
    owed: Mapping[Key, int]
    today: date
    received: date | None = None


class FilledSheet(NamedTuple):
    """One sheet as a submission."""

    sheet: str
    period: str
    submission: Submission


class Returned(NamedTuple):
    """What a workbook holds, and the troubles with it: a sheet with an error is not ``filled``."""

    filled: tuple[FilledSheet, ...]
    errors: tuple[CellTrouble, ...]
    doubts: tuple[CellTrouble, ...]

    @property
    def blocked(self) -> tuple[str, ...]:
        """The sheets that hold an error."""
        return tuple(dict.fromkeys(each.sheet for each in self.errors))


def known_of(run: Run, received: date | None = None) -> Known:
    """Return what a workbook is read against: who owes what, and the least that fulfils it."""
    owed: dict[Key, int] = {}
    for report in run.reports:
        for each in report.docket.obligations:
            owed[each.key] = each.quota.at_least if each.quota else 0
        for verdict in report.assessments:
            obligation = verdict.obligation
            least = obligation.quota.at_least if obligation.quota else 0
            owed.setdefault(obligation.key._replace(agency=verdict.agency), least)
    plans = {plan.id: plan for plan in run.plans}
    return Known(run.registry, plans, owed, run.as_of, received)


def returned(books: Mapping[str, ReturnedWorkbook], known: Known) -> dict[str, Returned]:
    """Return the submissions of workbooks, by their names.

    Of one agency, period and plan no two sheets are taken: which of them holds, only the agency knows.
    """
    places: dict[SheetMark, list[SheetPlace]] = defaultdict(list)
    for name, book in books.items():
        for sheet in book.sheets:
            places[sheet.mark].append(SheetPlace(name, sheet.name, sheet.blank))
    return {name: _returned(name, book, known, places) for name, book in books.items()}


def _returned(
    name: str, book: ReturnedWorkbook, known: Known, places: Mapping[SheetMark, list[SheetPlace]]
) -> Returned:
    """Return the submissions of one workbook; ``places`` are those of all sheets, by their marks."""
    found, filled = list(book.troubles), []
    for sheet in book.sheets:
        reading = _SheetReading(sheet, known)
        mine = SheetPlace(name, sheet.name, sheet.blank)
        for other in [each for each in places[sheet.mark] if each.twin_of(mine)][:1]:
            reading.tell_twin(other.called_from(name))
        submission = reading.submission()
        found += reading.troubles
        if submission is not None:
            filled.append(FilledSheet(sheet.name, sheet.mark.period, submission))
    by_doubt = group_by(found, lambda each: each.doubt)
    errors, doubts = by_doubt.get(False, []), by_doubt.get(True, [])
    blocked = {each.sheet for each in errors}
    usable = (each for each in filled if each.sheet not in blocked)
    return Returned(tuple(usable), tuple(errors), tuple(doubts))


class _SheetReading:
    """One sheet, read against what is known."""

    def __init__(self, sheet: ReturnedSheet, known: Known) -> None:
        self.sheet = sheet
        self.known = known
        self.troubles = Troubles(sheet.name)

    def tell_twin(self, other: str) -> None:
        """Put down that another sheet is of the same agency, period and plan."""
        mark = self.sheet.mark
        self.troubles.put("sheet-twice", other=other, agency=mark.agency, period=mark.period)

    def submission(self) -> Submission | None:
        """Return what the sheet says; nothing where it is blank, or is nobody's."""
        mark = self.sheet.mark
        plan = self.known.plans.get(PlanId(mark.plan))
        if mark.agency not in self.known.registry.agency:
            self.troubles.put("no-agency", id=mark.agency)
        if plan is None:
            self.troubles.put("no-plan", id=mark.plan)
        if plan is None or mark.agency not in self.known.registry.agency:
            return None
        if self.sheet.blank:
            self.troubles.put("blank-sheet")
            return None
        letter = self._letter_day(plan)
        entries: dict[RowMark, Entry | None] = {}
        for row, about in self._rows(plan):
            least = self.known.owed[self._key(about)]
            asked = RowAsked(row, about, least, letter, self.known.today)
            entries[about] = entry_of(asked, self.troubles)
        self._tell_unanswered(entries)
        return Submission.model_validate(self._data(entries))

    def _letter_day(self, plan: Plan) -> date | None:
        """Return the day of the covering letter, once number and day are known to be there."""
        number, cell = (self.sheet.head.get(key, NO_CELL) for key in ("number", "date"))
        if number.empty:
            self.troubles.put("letter-number-lacks", number.place)
        if cell.empty:
            self.troubles.put("letter-date-lacks", cell.place)
        day = CellReader(Troubles("")).day(cell)  # what is wrong with it is told with the letter
        if day:
            self._tell_doubtful(day, cell, plan)
        return day

    def _tell_doubtful(self, day: date, cell: ReturnedCell, plan: Plan) -> None:
        """Put down a letter of after today, of after it came, or of long ago."""
        shown, came = shown_day(day, "vi"), self.known.received
        days = (self.known.today - day).days
        if days < 0:
            self.troubles.put("letter-ahead", cell.place, day=shown)
        elif came and came < day:
            received = shown_day(came, "vi")
            self.troubles.put("received-before-letter", cell.place, day=shown, received=received)
        elif days > plan.policy.tolerance_days:
            self.troubles.put("letter-long-ago", cell.place, day=shown, days=days)

    def _rows(self, plan: Plan) -> Iterator[tuple[ReturnedRow, RowMark]]:
        """Yield the rows in which something is filled in, each with what it is about, once."""
        seen: dict[RowMark, int] = {}
        for row in self.sheet.rows:
            about = None if row.blank else self._about(row, plan)
            if about is None:
                continue
            first = seen.setdefault(about, row.number)
            if first != row.number:
                place = row.cells["status"].place
                self.troubles.put(
                    "row-twice", place, item=about.item, first=first, second=row.number
                )
            elif self._key(about) in self.known.owed:
                yield row, about
            else:
                self.troubles.put("not-owed", row.cells["item"].place, item=about.item,
                                  period=about.period, agency=self.sheet.mark.agency)  # fmt: skip

    def _about(self, row: ReturnedRow, plan: Plan) -> RowMark | None:
        """Return what a row is about: by its mark; without one, by the item and period it shows."""
        shown, place = row.shown("item"), row.cells["item"].place
        if row.mark is not None:
            if shown in ("", row.mark.item):
                return row.mark
            self.troubles.put("row-of-another", place, item=row.mark.item, shown=shown)
            return None
        item, period = plan.item.get(ItemId(shown)), row.shown("period")
        if item is None or not period:
            self.troubles.put("row-unknown", place)
            return None
        period = period_meant(period)
        self.troubles.put("row-by-name", place, item=shown, period=period)
        return RowMark(item.kind, shown, period)

    def _key(self, about: RowMark) -> Key:
        mark = self.sheet.mark
        agency = AgencyId(BodyId(mark.agency))
        return Key(PlanId(mark.plan), ItemId(about.item), agency, PeriodName(about.period))

    def _tell_unanswered(self, told: Mapping[RowMark, object]) -> None:
        """Put down what the template asked for and the sheet does not answer."""
        silent = [row.mark for row in self.sheet.rows
                  if row.mark and row.blank and row.mark not in told]  # fmt: skip
        if self.sheet.expected is None:
            self.troubles.put("no-catalogue")
        elif gone := self.sheet.expected - {row.mark for row in self.sheet.rows} - told.keys():
            self.troubles.put("rows-gone", items=_items(sorted(gone)))
        if silent:
            self.troubles.put("not-filled-in", items=_items(silent))

    def _data(self, entries: Mapping[RowMark, Entry | None]) -> dict[str, object]:
        """Return the submission as plain text values, as a file would hold them."""
        read, head = CellReader(self.troubles), self.sheet.head
        day = read.day(head.get("date", NO_CELL))
        document = {
            "number": read.number(head.get("number", NO_CELL)),
            "date": str(day) if day else None,
            "signer": read.words(head.get("signer", NO_CELL)),
        }
        told = {
            kind: [said for mark, said in entries.items() if said and mark.kind == kind]
            for kind in ("report", "task")
        }
        data = {
            "schema": "kehoach/submission@1",
            "plan": self.sheet.mark.plan,
            "agency": self.sheet.mark.agency,
            "document": {key: value for key, value in document.items() if value},
            "reports": told["report"],
            "tasks": told["task"],
            "note": read.words(head.get("note", NO_CELL)),
        }
        return {key: value for key, value in data.items() if value}


def _items(marks: list[RowMark]) -> str:
    """Return what some rows are about."""
    return ", ".join(f"{mark.item} ({mark.period})" for mark in marks)
