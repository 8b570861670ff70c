"""What git knows of a data folder: its log, read once for all that is asked of it."""

from functools import cached_property
from zoneinfo import ZoneInfo

from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.reading.repositories.arrival_branch import LogRef, arrival_log, log_ref
from kehoach.reading.repositories.commit_log import CommitLog
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.repository import Repository
from kehoach.run.carried import Carried
from kehoach.run.former_places import FiledCommits, filed_under
from kehoach.run.surroundings import Surroundings
from kehoach.verdicts.evidence.arrival_log import ArrivalLog, Logged
from kehoach.verdicts.evidence.commit import held_by
from kehoach.verdicts.evidence.commit_timeline import Timeline, timeline
from kehoach.verdicts.evidence.committers import Committers


class Past:
    """The history of the repository that a data folder lies in.

    Git is at work from the start. Nobody waits for it before something is asked, and what is wrong
    with the repository is no mistake before that.
    """

    def __init__(self, around: Surroundings, opened: Repository | GitTrouble) -> None:
        self.around = around
        self._ref: LogRef | None = None
        self._timelines: dict[tuple[object, ...], Timeline] = {}
        self._found: tuple[Repository, CommitLog] | GitTrouble
        try:
            self._found = self._begun(opened)
        except GitTrouble as trouble:
            self._found = trouble

    def _begun(self, opened: Repository | GitTrouble) -> tuple[Repository, CommitLog]:
        """Let git begin to tell the commits."""
        if isinstance(opened, GitTrouble):
            raise opened
        self._ref = log_ref(opened)
        beside = (self._ref.tip,) if self._ref else ()
        return opened, CommitLog(opened, *beside)

    def close(self) -> None:
        """Stop git where nobody has asked."""
        if not isinstance(self._found, GitTrouble):
            _, log = self._found
            log.close()

    @property
    def _whole(self) -> tuple[Repository, CommitLog]:
        """The repository and its log, once git has told all of it.

        Raises:
            GitTrouble: it cannot tell when things came.
        """
        if isinstance(self._found, GitTrouble):
            raise self._found
        repository, log = self._found
        log.wait()
        return repository, log

    @property
    def repository(self) -> Repository:
        """The repository, once git has told all of it.

        Raises:
            GitTrouble: it cannot tell when things came.
        """
        repository, _ = self._whole
        return repository

    @cached_property
    def filed(self) -> FiledCommits:
        """The commits, and what each did to the folder's submissions."""
        repository, log = self._whole
        return filed_under(log, repository.prefix)

    @cached_property
    def carried(self) -> Carried:
        """What commits may have carried from one folder to another."""
        return Carried(self.repository, self.filed)

    def timeline(self, plan: Plan, registry: Registry) -> Timeline:
        """Return what the commits say, as a plan's timezone, office and need of a log have it."""
        required = plan.policy.arrivals is not None
        asked = plan.timezone, plan.policy.consolidator, required
        if asked not in self._timelines:
            committers = Committers(registry, (plan.policy.consolidator,))
            self._timelines[asked] = self._told(plan.timezone, committers, required=required)
        return self._timelines[asked]

    def _told(self, timezone: str, committers: Committers, *, required: bool) -> Timeline:
        zone, today = ZoneInfo(timezone), self.around.today(timezone)
        commits = [each.commit(zone, self.filed.first(each.id)) for each in self.filed.commits]
        if self._ref is None:
            return timeline(commits, committers, today, Logged(required=required))
        repository = self.repository
        log = self._kept(repository, self._ref, committers)
        return timeline(
            held_by(commits, repository.head or ""), committers, today,
            Logged(log, log.days(timezone), required),
        )  # fmt: skip

    def _kept(self, repository: Repository, ref: LogRef, committers: Committers) -> ArrivalLog:
        """Return the arrival log; how it was kept is looked into where ``check`` asks."""
        writes = committers.writes_log if committers.services else None
        return arrival_log(
            repository, ref, self.filed.commits, self.filed.log, writes,
            verified=self.around.thorough,
        )  # fmt: skip
