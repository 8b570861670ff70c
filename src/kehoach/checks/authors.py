"""Commits that touch another agency's folder, where the registry says who may commit."""

from collections.abc import Iterator

from kehoach.checks.review import Review
from kehoach.diagnostics import Finding, Place, Rule, Severity, Subject
from kehoach.evidence.history import Commit
from kehoach.model.agencies import Registry
from kehoach.texts import Text

_SHORT = 10

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
)  # fmt: skip
RULES = (FOREIGN,)


def find(review: Review) -> Iterator[Finding]:
    """Yield, a commit and folder, an author or committer who is not on the folder's list.

    No list, no check. Addresses are raw (no mail-map), compared whole and without case. A merge
    brings the commits of others, each judged by itself.
    """
    registry = review.workspace.registry
    for report in review.reports:
        history = review.histories.get(report.docket.plan.id)
        office = report.docket.plan.policy.consolidator
        for commit in history.commits if history else ():
            if len(commit.parents) <= 1:
                yield from _of(commit, registry, office)


def _of(commit: Commit, registry: Registry, office: str | None) -> Iterator[Finding]:
    folders: dict[str, str] = {}
    for change in commit.changes:
        _, found, rest = change.path.rpartition("submissions/")
        if found and "/" in rest:
            folders.setdefault(rest.partition("/")[0], f"submissions/{rest}")
    for folder, file in folders.items():
        listed = registry.agency[folder].committers if folder in registry.agency else ()
        if not listed:
            continue
        helpers = registry.agency[office].committers if office in registry.agency else ()
        author = commit.author if not _may(commit.author, listed) else None
        merged = _may(commit.committer, (*listed, *helpers, *registry.services))
        if address := author or (None if merged else commit.committer):
            values = {"commit": commit.id[:_SHORT], "address": address, "agency": folder}
            yield Finding(FOREIGN, Place(file, (), (1, 1)), values, Subject(folder))


def _may(address: str, listed: tuple[str, ...]) -> bool:
    """Say whether an address is listed, itself or by its ``@domain``."""
    whole = address.casefold()
    domain = f"@{whole.rpartition('@')[2]}"
    return any(each.casefold() in (whole, domain) for each in listed)
