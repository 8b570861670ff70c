"""A repository told in memory: commits of files that are read already, and who knows when they came.

``Told(scene)`` begins without a commit. ``commit(id, day, {"a/x.yaml": filing})`` adds one upon the last
(or ``onto`` others), made ``by`` an address; a file of ``None`` was removed. A merge brings what its
other parents changed since both were one. ``scene(as_of)`` is the scene with the files of the last
commit and with what the main line tells of them, ``known(as_of)`` that history alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from builders import D, Scene
from kehoach.model.workspace import Filing
from kehoach.verdicts.evidence import Periods
from kehoach.verdicts.evidence.arrival_log import NOT_LOGGED, Logged
from kehoach.verdicts.evidence.commit import Change, Commit, held_by
from kehoach.verdicts.evidence.commit_timeline import Timeline, timeline
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.entries import cited_in, said_in
from kehoach.verdicts.evidence.history import History, history
from kehoach.verdicts.evidence.holdings import VersionReading
from kehoach.verdicts.evidence.receipt import letters_in

SENDER, OFFICE, SERVICE = "van-thu@a.vn", "tong-hop@stp.vn", "may-chu@tinh.vn"
Files = Mapping[str, Filing | None]


@dataclass(frozen=True)
class Known:
    """What the main line has held, and the day of the run."""

    history: History
    today: date


class Told:
    """Commits as they are told, one after another."""

    def __init__(
        self, scene: Scene, today: str = "2022-01-01", logged: Logged = NOT_LOGGED
    ) -> None:
        self._scene = scene
        self._today = D(today)
        self._logged = logged
        self._commits: list[Commit] = []
        self._trees: dict[str, dict[str, Filing]] = {}
        self._changes: dict[str, tuple[Change, ...]] = {}

    def commit(
        self,
        id_: str,
        day: str,
        files: Files | None = None,
        *,
        onto: tuple[str, ...] | None = None,
        by: str = SENDER,
        subject: str = "",
    ) -> "Told":
        """Add a commit upon the last one, or ``onto`` others."""
        parents = tuple(each.id for each in self._commits[-1:]) if onto is None else onto
        before = self._trees[parents[0]] if parents else {}
        after: dict[str, Filing | None] = {**before}
        for merged in parents[1:]:
            base = self._base(parents[0], merged)
            theirs = self._trees[merged]
            for path in base.keys() | theirs.keys():
                if base.get(path) != theirs.get(path):
                    after[path] = theirs.get(path)
        after |= files or {}
        self._trees[id_] = {path: filing for path, filing in after.items() if filing}
        touched = sorted(
            path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
        )
        self._changes[id_] = tuple(
            Change(path, _blob(after.get(path)), _blob(before.get(path)), path.split("/")[0])
            for path in touched
        )
        first = min(touched, default="")
        self._commits.append(Commit(id_, parents, D(day), by, by, subject, first))
        return self

    def _base(self, one: str, other: str) -> dict[str, Filing]:
        """Return the files of the last commit on which both rest, as git merges from it."""
        sides = [{each.id for each in held_by(self._commits[::-1], tip)} for tip in (one, other)]
        common = [each.id for each in self._commits if each.id in sides[0] & sides[1]]
        return self._trees[common[-1]] if common else {}

    def forget(self, id_: str) -> None:
        """Take a commit away, as a shallow clone does: others still name it as their parent."""
        self._commits = [each for each in self._commits if each.id != id_]
        del self._changes[id_]

    @property
    def timeline(self) -> Timeline:
        """What the commits say by themselves, as the registry knows their makers."""
        plan, registry = self._scene.plan, self._scene.registry
        committers = Committers(registry, (plan.policy.consolidator,))
        return timeline(self._commits[::-1], committers, self._today, self._logged)

    def known(self, as_of: str) -> History:
        """Return what the main line has held."""
        scene, letters = self._scene, letters_in(self._scene.book)
        owed = scene.docket(as_of)
        periods = Periods(scene.plan, owed.demands, owed.least)
        filings = {
            _blob(each) or "": each for tree in self._trees.values() for each in tree.values()
        }
        said = {blob: said_in(each.submission, periods) for blob, each in filings.items()}
        named = {blob: tuple(cited_in(each.submission, letters)) for blob, each in filings.items()}
        cited = {blob: each for blob, each in named.items() if each}
        changes = {id_: each for id_, each in self._changes.items() if each}
        return history(self.timeline, changes, D(as_of), VersionReading(said, cited))

    def scene(self, as_of: str, uncommitted: Files | None = None) -> Scene:
        """Return the scene with the files of the last commit, or others, and when they came."""
        here = {**self._trees[self._commits[-1].id], **(uncommitted or {})}
        filings = tuple(
            filing._replace(file=f"submissions/{path}", folder=path.split("/")[0])
            for path, filing in here.items()
            if filing is not None
        )
        return replace(self._scene, filings=filings, arrivals=Known(self.known(as_of), self._today))


def _blob(filing: Filing | None) -> str | None:
    """Return git's id for a file: the same for the same text."""
    return repr(filing.submission) if filing else None
