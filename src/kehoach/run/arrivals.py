"""Receipts from git, found out only when a claim is met that the registry book does not date."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.submissions import Submission
from kehoach.model.workspace import Filing
from kehoach.reading.folder import Folder
from kehoach.reading.folder_place import MAX_BYTES
from kehoach.reading.model_values import validate
from kehoach.reading.repositories.arrival_branch import arrival_log, log_ref
from kehoach.reading.repositories.repository import Repository
from kehoach.reading.repositories.work_tree import blob_ids
from kehoach.reading.yaml_text import Refused, decode, read_mapping
from kehoach.run.former_places import filed_under
from kehoach.run.surroundings import Surroundings
from kehoach.verdicts.evidence import Periods
from kehoach.verdicts.evidence.arrival_log import Logged
from kehoach.verdicts.evidence.commit import Commit, held_by
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.entries import cited_in, said_in
from kehoach.verdicts.evidence.history import History, history
from kehoach.verdicts.evidence.holdings import Said, VersionReading
from kehoach.verdicts.evidence.meaning import Letter


class GitArrivals:
    """When the main line of a repository first held what is claimed.

    What it does not hold is not committed: it is received on the real day.
    """

    def __init__(
        self,
        around: Surroundings,
        folder: Folder,
        filings: Iterable[Filing],
        periods: Periods,
        registry: Registry,
        as_of: date,
    ) -> None:
        self.plan = periods.plan.id
        self._around = around
        self._folder = folder
        self._filings = filings
        self._periods = periods
        self._committers = Committers(registry, (periods.plan.policy.consolidator,))
        self._as_of = as_of
        self._said: dict[str, tuple[Said, ...]] = {}
        self._cited: dict[str, tuple[Letter, ...]] = {}

    @property
    def today(self) -> date:
        """The real day in the plan's timezone."""
        return self._around.today(self._periods.plan.timezone)

    @cached_property
    def history(self) -> History | None:
        """The whole history of the folder's submissions; ``None`` outside a repository.

        Raises:
            GitTrouble: the repository does not hold it.
        """
        repository = self._around.needed
        if repository is None:
            return None
        whole, logged = self._past(repository)
        commits = filed_under(whole, repository.prefix)
        self._read_old(repository, commits)
        folder = f"{repository.prefix}{file_names.SUBMISSIONS}/"
        read = VersionReading(
            lambda change: self._said.get(change.blob or "", ()),
            lambda change: self._cited.get(change.blob or "", ()),
        )
        return history(commits, self._committers, self.today, self._as_of, read, logged, folder)

    def _past(self, repository: Repository) -> tuple[Sequence[Commit], Logged]:
        """Return all commits, and what the arrival log beside them says, from one pass of git.

        How the log was kept is looked into where ``check`` asks.
        """
        plan, head = self._periods.plan, repository.head or ""
        required = plan.policy.arrivals is not None
        ref = log_ref(repository)
        beside = (ref.tip,) if ref else ()
        commits = repository.commits(plan.timezone, lambda: self._read_here(head), *beside)
        if ref is None:
            return commits, Logged(required=required)
        writes = self._committers.writes_log if self._committers.services else None
        log = arrival_log(repository, ref, commits, writes, verified=self._around.thorough)
        return held_by(commits, head), Logged(log, log.days(plan.timezone), required)

    @property
    def asked(self) -> History | None:
        """The history, if it has been asked for and there is one."""
        found: History | None = vars(self).get("history")
        return found

    def _read_here(self, head: str) -> None:
        """Take down what the work tree says, which has been read already, by git's ids for it.

        Git may keep a file with other line ends than it checks out; the sense is the same.
        """
        for filing in self._filings:
            raw = self._folder.texts[filing.file].encode()
            for blob in blob_ids(raw, head):
                self._take(blob, filing.submission)

    def _read_old(self, repository: Repository, commits: Iterable[Commit]) -> None:
        """Take down what else has ever been filed, each version once."""
        blobs = {change.blob for commit in commits for change in commit.changes if change.blob}
        for blob, raw in repository.blobs(sorted(blobs - self._said.keys())).items():
            if old := _read(raw):
                self._take(blob, old)

    def _take(self, blob: str, submission: Submission) -> None:
        """Take down what a version of a file says."""
        self._said[blob] = tuple(said_in(submission, self._periods))
        self._cited[blob] = tuple(cited_in(submission))


def _read(raw: bytes) -> Submission | None:
    """Return what one old version of a file says; one that cannot be read says nothing."""
    if len(raw) > MAX_BYTES:
        return None
    try:
        data, wrong = read_mapping(decode(raw, ""), "", "submission")
    except Refused:
        return None
    return None if wrong else validate(Submission, data, "")[0]
