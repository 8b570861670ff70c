"""A finding: a rule broken at a place. Lines and columns are looked up when it is shown."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kehoach.diagnostics.rule import Rule
from kehoach.words import Lang, Text, fill, shown_day

Route = tuple[str | int, ...]
Value = str | int | date | Text


class Place(NamedTuple):
    """A file (its path relative to the data folder) and the route of keys into it.

    ``mark`` is the line and column (both from 1) where they are already known, as for a file that
    is not YAML at all; ``key`` asks for the place of the route's last key, not of its value.
    ``typed``: the route counts the entries that could not be read too. ``end`` is the column behind the
    last sign that is wrong, and ``line`` what stands on the whole line, where they are known with the
    mark; an empty one says that the finding is about no line.
    """

    file: str
    route: Route = ()
    mark: tuple[int, int] | None = None
    key: bool = False
    typed: bool = False
    end: int | None = None
    line: str | None = None

    @classmethod
    def whole(cls, file: str) -> "Place":
        """Return the place of what is said of a whole file: its beginning, and no line to be shown."""
        return cls(file, (), (1, 1), line="")


class Subject(NamedTuple):
    """Whom and what a finding concerns."""

    agency: str | None = None
    item: str | None = None
    period: str | None = None


class Finding(NamedTuple):
    """Something wrong, where, and the values that its rule's words need."""

    rule: Rule
    place: Place
    values: Mapping[str, Value]
    subject: Subject = Subject()

    def message(self, lang: Lang) -> str:
        """Return what is wrong."""
        return fill(self.rule.message.to(lang), self._shown(lang))

    def hint(self, lang: Lang) -> str:
        """Return how to mend it."""
        return fill(self.rule.hint.to(lang), self._shown(lang))

    def _shown(self, lang: Lang) -> dict[str, str]:
        return {name: _words(value, lang) for name, value in self.values.items()}


def _words(value: Value, lang: Lang) -> str:
    if isinstance(value, Text):
        return value.to(lang)
    return shown_day(value, lang) if isinstance(value, date) else str(value)
