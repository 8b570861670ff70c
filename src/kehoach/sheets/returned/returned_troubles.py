"""What can be wrong with a returned workbook. The words are data: ``troubles.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from kehoach.words import Text

FILE = "troubles.toml"
TroubleName = Literal[
    # The sheets
    "unknown-sheet", "part-left", "column-gone", "too-many-rows", "merged", "stray-words", "no-agency",
    "no-plan", "sheet-twice", "blank-sheet", "rows-gone", "not-filled-in", "no-catalogue",
    # The covering letter
    "letter-number-lacks", "letter-date-lacks", "letter-ahead", "letter-long-ago",
    "received-before-letter",
    # The rows
    "row-unknown", "row-by-name", "row-of-another", "row-twice", "not-owed", "stateless",
    "not-for-report", "note-unsent", "day-undone", "day-lacks", "start-lacks", "day-ahead",
    "day-after-letter",
    "proof-after-day", "proof-unnumbered", "too-few", "reason-done", "expected-done", "expected-past",
    # The cells
    "formula", "error-value", "struck-out", "unknown-state", "part-done", "no-day", "serial-day",
    "no-count", "number-became-day", "no-number", "several-documents", "no-words",
]  # fmt: skip


class CellTrouble(NamedTuple):
    """Something that could not be read, or that is read but in doubt, and its cure.

    Without a ``cell`` it is about the whole sheet.
    """

    sheet: str
    cell: str
    words: Text
    cure: Text
    doubt: bool


class Troubles(list[CellTrouble]):
    """What is wrong with one sheet, in the order in which it was noticed."""

    def __init__(self, sheet: str) -> None:
        super().__init__()
        self._sheet = sheet

    def put(self, name: TroubleName, cell: str = "", /, **values: object) -> None:
        """Put a trouble down; ``values`` are filled into its words."""
        words, cure, doubt = troubles()[name]
        said = CellTrouble(self._sheet, cell, words.filled(**values), cure.filled(**values), doubt)
        self.append(said)


@cache
def troubles() -> Mapping[str, tuple[Text, Text, bool]]:
    """Return what is said of each trouble, its cure, and whether it is only a doubt."""
    told = tomllib.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return {
        name: (Text(each["vi"], each["en"]), Text(**each["cure"]), each.get("doubt", False))
        for name, each in told.items()
    }
