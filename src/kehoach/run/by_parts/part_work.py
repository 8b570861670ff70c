"""Everything judged part by part, each let go before the next: in one process or in several."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kehoach.model.ids import PlanId
from kehoach.reading.repositories.work_tree import WorkTree
from kehoach.reading.workspace_reading import Filings, read_filed
from kehoach.run.answering import run_of
from kehoach.run.by_parts.kept_parts import KeptParts
from kehoach.run.by_parts.ledger import Ledger
from kehoach.run.by_parts.part_result import part_result
from kehoach.run.by_parts.parts import NOBODY, DataPart, divided, shared_out
from kehoach.run.by_parts.plain_values import plain, restored
from kehoach.run.by_parts.shares import in_shares
from kehoach.run.inquiry import Inquiry, Judged, judged
from kehoach.run.run import Run

if TYPE_CHECKING:
    from kehoach.run.past import Past
    from kehoach.verdicts.evidence.commit_timeline import Timeline


Making = Callable[[Run], Any]
"""Makes plain data of the run on one part: of its own agencies, whatever the others filed."""


@dataclass(frozen=True)
class Work:
    """What is done for the parts of a share; ``making`` is what is made of each beside its result."""

    inquiry: Inquiry
    past: "Past | None"
    work_tree: WorkTree | None
    making: Making | None = None

    def results(self, share: Sequence[DataPart]) -> Iterator[tuple[Any, Any]]:
        """Yield what each part comes to, as plain data, and what is made of it.

        Nothing of one part is known to the next. What is made is not kept, and needs every verdict.

        Raises:
            GitTrouble: what is read is not what is checked out.
        """
        self._prepare(share)
        for part in share:
            if self.making is not None:
                yield self._made(part, self.making)
                continue
            kept = self.kept.taken(part)
            yield self._judged(part) if kept is None else self._again(part, kept), None

    def _prepare(self, parts: Sequence[DataPart]) -> None:
        """Let git look at once at what parts rest on."""
        if self.past is not None:
            self.past.carried.prepare(lambda name: any(part.holds(name) for part in parts))

    def _judged(self, part: DataPart) -> Any:
        """Return what a part comes to, and keep it for the next run."""
        found = plain(part_result(*self._read_and_judged(part)))
        self.kept.keep(part, found)
        return found

    def _made(self, part: DataPart, making: Making) -> tuple[Any, Any]:
        """Return what a part comes to, and what is made of the run on it alone."""
        mine, filed, found = self._read_and_judged(part)
        return plain(part_result(mine, filed, found)), making(run_of(mine, found))

    def _read_and_judged(self, part: DataPart) -> tuple[Inquiry, Filings, Judged]:
        office = self.inquiry.office
        filed = read_filed(self.inquiry.folder, part.holds, office.registry.agency)
        self.check(part)
        mine = self.inquiry._replace(part=part)
        return mine, filed, judged(mine, filed, self.past)

    def _again(self, part: DataPart, found: Any) -> Any:
        """Return what a part came to before: its files are the same, and are to be what is checked out."""
        self.check(part)
        return found

    @cached_property
    def kept(self) -> KeptParts:
        """What parts came to in earlier runs."""
        return KeptParts(self.inquiry, self.past)

    def check(self, part: DataPart) -> None:
        """Pass what was read of a part (``NOBODY``: of the office), if it is what is checked out.

        Raises:
            GitTrouble: it is not.
        """
        if self.work_tree is not None:
            self.work_tree.check(self.inquiry.folder, part.reads if part == NOBODY else part.files)


def ledger(
    work: Work, owners: Iterable[str | None], jobs: int, few: int
) -> tuple[Ledger, Sequence[Any]]:
    """Return the account of everything by parts of about ``few`` files, judged by ``jobs`` processes.

    Beside it what was made of each part, in no order.

    ``owners`` names the folder of each file.

    Raises:
        GitTrouble: the history cannot be told, or the work tree is not what is checked out.
        PartLost: a process did not come to its end.
    """
    inquiry, past = work.inquiry, work.past
    work.check(NOBODY)
    logs = _logs(inquiry, past)  # git has told all of it: no child can wait for it
    shares = shared_out(divided(inquiry.office.registry, owners, few), jobs)
    found = [*in_shares(shares, work.results)]
    results = tuple(restored(result) for result, _ in found)
    return Ledger(inquiry, results, logs), [made for _, made in found]


def _logs(inquiry: Inquiry, past: "Past | None") -> "dict[PlanId, Timeline]":
    """Return what git knows of the commits, by plan."""
    if past is None:
        return {}
    registry = inquiry.office.registry
    return {each.plan.id: past.timeline(each.plan, registry) for each in inquiry.office.plans}
