"""What somebody may do to the demo's repository to buy a verdict, and what must come of it.

In the demo so-cong-thuong completed item I.2 (due on 30 June 2021) on 12 July 2021 and said so that
day: twelve days late. so-van-hoa never did: overdue. so-cong-thuong inspected one field of two in
2022 (item I.3, due on 3 January 2023: New Year's holiday), and its report of 2024 (due on 2 December)
cannot be read. All attacks come on 5 January 2026, when every day for telling in time is over: what is
told then for the first time counts from that day.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from run.repositories import Depot, edited

DAY = date(2026, 1, 5)
Key = tuple[str, str, str]
SCT, SVH, SNV = "so-cong-thuong", "so-van-hoa", "so-noi-vu"
_OLD = f"submissions/{SCT}/muc-i-2.yaml"
_HEAD = 'schema: kehoach/submission@1\nplan: "11"\nagency: {agency}\nsample: true\n'
_TASK = (
    _HEAD
    + "document: {{number: {number}, date: {day}}}\ntasks:\n"
    + "  - {{item: I.2, status: done, completed: {day}, evidence: [{{number: 5/QD, date: {day}}}]}}\n"
)


def told(agency: str, day: str, number: str = "9/CV") -> str:
    """Return a file that says that item I.2 was done on a day, in a letter of that day."""
    return _TASK.format(agency=agency, day=day, number=number)


def reported(agency: str, year: int) -> str:
    """Return a report of a year in a letter of November of that year."""
    head = _HEAD.format(agency=agency)
    letter = f"document: {{number: 9/BC, date: {year}-11-20}}\n"
    return f"{head}{letter}reports:\n  - {{item: II.1, period: {year}}}\n"


@dataclass(frozen=True)
class Attack:
    """A change: files by name, each what to put there, or what to replace by what, or nothing.

    ``now`` are the verdicts that it may turn, with how many days late they are then: all others
    stay. ``found`` is the file in which ``check`` must find it.
    """

    name: str
    files: Mapping[str, str | tuple[str, str] | None]
    found: str
    now: Mapping[Key, tuple[str, int]] = field(default_factory=dict)
    before: Mapping[str, str | tuple[str, str] | None] = field(default_factory=dict)
    agency: str = "sct"
    committed: bool = True


def laid(office: Depot, files: Mapping[str, str | tuple[str, str] | None]) -> None:
    """Make a change in the work tree."""
    for name, change in files.items():
        path = office.data / name
        if isinstance(change, tuple):
            text = edited(path.read_text(encoding="utf-8"), *change)
            office.write({name: text.encode()})
        else:
            office.write({name: change})


def opened(demo: Path, place: Path) -> Depot:
    """Return a copy of the demo's repository, to do something to it."""
    shutil.copytree(demo, place)
    office = Depot.__new__(Depot)
    office.root, office.data = place, place / "data"
    return office


_TEXT = told(SCT, "2021-06-12", "78/CV-SCT")
_LATE = {("I.2", SVH, "once"): ("done_late", 1650)}  # 30 June 2021 to 5 January 2026
_SVH_FILE, _FIRST, _LAST = (
    f"submissions/{SVH}/muc-i-2.yaml", f"submissions/{SCT}/a-muc.yaml", f"submissions/{SCT}/z-muc.yaml"
)  # fmt: skip
_REPORT_2022, _REPORT_2024 = (
    f"submissions/{SCT}/bao-cao-2022.yaml", f"submissions/{SCT}/bao-cao-2024.yaml"
)  # fmt: skip
_SVH_REPORT, _SVH_LETTER = f"submissions/{SVH}/bao-cao-2021.yaml", f"submissions/{SVH}/cu.yaml"
_ENTRY = "tasks:\n  - {item: I.2, status: done, completed: 2021-06-10}\n"
_BOOKED = """\
receipts:
  - {agency: so-van-hoa, received: 2021-06-11, document: {number: 9/CV-SVH, date: 2021-06-10}}
"""
_HONEST = told(SCT, "2021-07-12", "78/CV-SCT")
ATTACKS = (
    Attack("five years later, with an old day", {_SVH_FILE: told(SVH, "2021-06-10")}, _SVH_FILE,
           _LATE, agency="svhttdl"),
    Attack("in the file of an old report", {_SVH_REPORT: ("tasks:\n", _ENTRY)}, _SVH_REPORT,
           _LATE, agency="svhttdl"),
    Attack("July becomes June", {_OLD: ("completed: 2021-07-12", "completed: 2021-06-12")}, _OLD),
    Attack("July becomes June, the evidence and the letter too", {_OLD: _TEXT}, _OLD),
    Attack("July becomes June, uncommitted", {_OLD: _TEXT}, _OLD, committed=False),
    Attack("a second file whose name comes first", {_FIRST: _TEXT}, _FIRST),
    Attack("a second file whose name comes last", {_LAST: _TEXT}, _LAST),
    Attack("a second file, uncommitted", {_FIRST: _TEXT}, _FIRST, committed=False),
    Attack("another name and another day in one commit", {_OLD: None, _FIRST: _TEXT}, _FIRST),
    Attack("another name first, then another day", {_FIRST: _TEXT}, _FIRST,
           before={_OLD: None, _FIRST: _HONEST}),
    Attack("deleted first, then told anew", {_OLD: _TEXT}, _OLD,
           {("I.2", SCT, "once"): ("done_late", 12)}, before={_OLD: None}),
    Attack("taken into an old report", {_OLD: None, _REPORT_2022: ("tasks:\n", _ENTRY)}, _REPORT_2022),
    Attack("the day taken away", {_OLD: ("    completed: 2021-07-12\n", "")}, _OLD),
    Attack("a second field, years later", {_REPORT_2022: ("quantity: 1", "quantity: 2")}, _REPORT_2022,
           {("I.3", SCT, "2022"): ("done_late", 1098)}),  # 3 January 2023 to 5 January 2026
    Attack("a letter of an old day", {_REPORT_2024: reported(SCT, 2024)}, _REPORT_2024,
           {("II.1", SCT, "2024"): ("done_late", 399)}),  # 2 December 2024 to 5 January 2026
    Attack("into a letter that the book has", {_SVH_LETTER: told(SVH, "2021-06-10", "9/CV-SVH")},
           _SVH_LETTER, _LATE, agency="svhttdl", before={
               _SVH_LETTER: told(SVH, "2021-06-10", "9/CV-SVH").split("tasks:")[0],
               "receipts.yaml": ("receipts:\n", _BOOKED)}),
)  # fmt: skip
