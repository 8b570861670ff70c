"""Commits that touch another agency's folder, where the registry says who may commit."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kehoach.checks.review import PartReview
from kehoach.diagnostics import Affair, Finding, Place, Rule, Severity, Subject
from kehoach.model.agencies import Registry
from kehoach.model.workspace import Workspace
from kehoach.verdicts.evidence.commit import Change, Commit
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.merged_changes import MergedChanges
from kehoach.words import Text

_SHORT = 10
_NOBODY = "<>"  # a commit may give no address at all

FOREIGN = Rule(
    "KH513", Severity.WARNING,
    Text("Người ngoài sửa thư mục của cơ quan", "Somebody else's commit in an agency's folder"),
    Text("commit {commit} của {address} đụng tới thư mục của {agency}",
         "commit {commit} by {address} touches the folder of {agency}"),
    Text("kiểm tra với cơ quan; nếu đúng người, thêm địa chỉ vào “committers” trong agencies.yaml",
         "ask the agency; if it is right, add the address to “committers” in agencies.yaml"),
    Text("Danh sách “committers” (địa chỉ hoặc @tên-miền) nói ai được nộp thay cơ quan; nơi tổng hợp "
         "và dịch vụ đã liệt kê được hợp nhất thay.",
         "“committers” (an address or @domain) says who files for an agency; the consolidating office "
         "and listed services may merge for it."),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (FOREIGN,)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield, a commit and folder, an author or committer who is not on the folder's list.

    No list, no check. A merge brings the commits of others, each judged by itself; what it changed
    on its own is its maker's. What was committed after the day judged is not known yet.
    """
    workspace = review.workspace
    offices = {report.docket.plan.policy.consolidator for report in review.reports}
    committers = Committers(workspace.registry, offices)
    seen: set[str] = set()
    for report, history in review.told():
        known = history.timeline
        merged = MergedChanges(known, history.changes)
        touching = [each for each in known.commits if each.id in history.changes]
        for commit in known.known_by(report.as_of, touching):
            if commit.id not in seen:
                seen.add(commit.id)
                yield from _of(commit, merged.own(commit), workspace, committers)


def _of(
    commit: Commit, changes: Iterable[Change], workspace: Workspace, committers: Committers
) -> Iterator[Finding]:
    touched: dict[str, str] = {}
    for change in changes:
        if folder := _folder(change.path, workspace.registry):
            touched.setdefault(folder, change.path)
    for folder, path in touched.items():
        if committers.lists(folder) and (address := _stranger(commit, folder, committers)):
            values = {"commit": commit.id[:_SHORT], "address": address, "agency": folder}
            place = Place.whole(workspace.nearest(path))
            yield Finding(FOREIGN, place, values, Subject(folder))


def _folder(path: str, registry: Registry) -> str | None:
    """Return the agency in whose folder a file of the repository lies."""
    parts = path.split("/")
    below = (part for above, part in pairwise(parts[:-1]) if above == "submissions")
    return next((part for part in below if part in registry.agency), None)


def _stranger(commit: Commit, folder: str, committers: Committers) -> str | None:
    """Return the author who is not listed, else the committer who may not even merge."""
    if not committers.may_file(commit.author, folder):
        return commit.author or _NOBODY
    may = committers.may_file(commit.committer, folder) or committers.may_merge(commit.committer)
    return None if may else commit.committer or _NOBODY
