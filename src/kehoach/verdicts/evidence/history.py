"""When the main line of a repository first held each report.

The main line is the first parents of the checked-out commit: a merge dates what it brings, so that
one verdict comes out whether the office merges, squashes or rebases. A receipt belongs to the
report, agency x item x period, and never to a file: renaming, moving, splitting, joining and
reformatting change nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import Protocol

from kehoach.model import file_names
from kehoach.verdicts.evidence.commit import Change
from kehoach.verdicts.evidence.commit_days import Clock
from kehoach.verdicts.evidence.commit_timeline import Timeline
from kehoach.verdicts.evidence.holdings import (
    BEYOND_ALL,
    Holding,
    Holdings,
    Version,
    VersionReading,
)
from kehoach.verdicts.evidence.meaning import Letter, Meaning
from kehoach.verdicts.evidence.receipt import Receipt, Source
from kehoach.verdicts.obligations.obligation import Key

Changes = Mapping[str, Sequence[Change]]
"""By commit, the submissions that it touched; a commit that touched none need not be there."""


@dataclass(frozen=True)
class History:
    """What the main line has held of each key, oldest first; and the same of the other branches.

    ``timeline`` is what the commits say by themselves, ``changes`` what they did to submissions of those
    whose history it is.
    ``standing`` is what the checked-out commit holds of each key, ``touched``
    where and when the main line wrote or removed a file, ``folder`` where the submissions lie
    now, ``cited`` when a file of its sender first named a letter that the book names too.
    """

    versions: Mapping[Key, Sequence[Version]]
    timeline: Timeline
    branches: Mapping[Key, Sequence[Version]] = field(default_factory=dict)
    changes: Changes = field(default_factory=dict)
    standing: Mapping[Key, Sequence[Version]] = field(default_factory=dict)
    touched: Mapping[str, Sequence[tuple[int, date]]] = field(default_factory=dict)
    folder: str = ""
    cited: Mapping[Letter, date] = field(default_factory=dict)

    def first(self, key: Key, done: bool) -> Version | None:
        """Return what the main line first held of a report, or of a task that is ``done``."""
        return _first(self.versions.get(key, ()), done)

    def on_branch(self, key: Key, done: bool) -> Version | None:
        """Return what a branch held of it on an earlier day than the main line."""
        here, there = self.first(key, done), _first(self.branches.get(key, ()), done)
        return there if here and there and there.day < here.day else None

    def receipt(self, version: Version) -> Receipt:
        """Return when the main line first held a version."""
        commit = version.commit
        if commit not in self._receipts:
            dated = self.timeline.days[commit]
            source = Source.ARRIVAL if dated.clock is Clock.LOG else Source.GIT
            lost = self.timeline.logged.required and self.timeline.logged.log is None
            verified = dated.verified and not lost
            self._receipts[commit] = Receipt(version.day, source, commit, verified=verified)
        return self._receipts[commit]

    @cached_property
    def _receipts(self) -> dict[str, Receipt]:
        """The receipts that were asked for: one for all that a commit brought."""
        return {}

    def file_of(self, version: Version) -> str:
        """Return the file's name within the data folder, as it lies now."""
        return f"{file_names.SUBMISSIONS}/{version.path.removeprefix(self.folder)}"

    def until(self, version: Version) -> date | None:
        """Return the day on which a version was replaced or removed; ``None`` if it never was."""
        after = self._touched_after(version)
        return after[1] if after else None

    def replaced(self, version: Version) -> int:
        """Return the place of the commit that replaced or removed a version; beyond all if none did."""
        after = self._touched_after(version)
        return after[0] if after else BEYOND_ALL

    def sent_again(self, key: Key, day: date) -> Iterator[Version]:
        """Yield what the main line held only after a day, of what was said of one obligation.

        What stood on that day and has stood since says nothing new, under whatever name and in
        whatever form; what was taken out and came back was sent again. Which of two things on the day
        itself came first nobody knows: both came before.
        """
        stood: dict[Meaning, int] = {}  # up to which commit it has stood without a break
        for each in sorted(self.versions.get(key, ()), key=attrgetter("place")):
            reach = self.replaced(each)
            if each.day <= day or each.place <= stood.get(each.meaning, -1):
                stood[each.meaning] = max(reach, stood.get(each.meaning, reach))
            else:
                yield each

    def _touched_after(self, version: Version) -> tuple[int, date] | None:
        """Return where and when the file of a version was next written or removed."""
        touched = self.touched.get(version.path, ())
        after = bisect_right(touched, version.place, key=itemgetter(0))
        return touched[after] if after < len(touched) else None


def _first(versions: Sequence[Version], done: bool) -> Version | None:
    return next((version for version in versions if version.done or not done), None)


class Arrivals(Protocol):
    """Who knows what came when, where the registry book is silent."""

    @property
    def history(self) -> History | None:
        """What the main line has held; ``None`` where there is no repository to know it."""
        ...

    @property
    def today(self) -> date:
        """The real day, on which what is not committed has been received."""
        ...


def history(
    known: Timeline, changes: Changes, as_of: date, reading: VersionReading, folder: str = ""
) -> History:
    """Return the history of every key.

    ``as_of`` is the day judged; ``reading`` is what each version of a file says (nothing for what is
    no readable submission); ``folder`` is where the submissions lie now.
    """
    main, side = Holdings(reading, as_of), Holdings(reading, as_of)
    last: dict[str, str] = {}
    held_here = known.place.keys() & changes.keys()  # the arrival log has commits of its own
    for id_ in sorted(held_here, key=known.place.__getitem__):
        touched = changes[id_]
        held = Holding(id_, known.days[id_].day, known.place[id_], touched)
        (main if id_ in known.line else side).take(held)
        if id_ in known.trunk:
            last.update((each.path, id_) for each in touched if each.path.startswith(folder))
    main.sort()
    side.sort()
    return History(
        main.versions, known, side.versions, changes, _standing(last, main.versions),
        main.touched, folder, main.cited,
    )  # fmt: skip


def _standing(
    last: Mapping[str, str], versions: Mapping[Key, Sequence[Version]]
) -> dict[Key, list[Version]]:
    """Return what the checked-out commit holds.

    Of each file it is what its line, from first parent to first parent, wrote ``last``.
    """
    standing = {}
    for key, held in versions.items():
        if found := [each for each in held if last.get(each.path) == each.commit]:
            standing[key] = found
    return standing
