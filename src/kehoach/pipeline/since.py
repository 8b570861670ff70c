"""What a change brought: its own findings, and what it lowered or moved."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kehoach.assessment import Report
from kehoach.diagnostics import Finding, Place, Rule, Severity, Subject
from kehoach.model.workspace import Workspace
from kehoach.pipeline.changes import changes
from kehoach.texts import Text

LOWERED = Rule(
    "KH505", Severity.WARNING,
    Text("Thay đổi này làm mất một kết quả đã có", "The change takes back a delivery"),
    Text("{agency}: mục {item} kỳ {period} trước đây đã hoàn thành, nay không còn",
         "{agency}: item {item}, period {period}, was delivered before this change"),
    Text("khôi phục nội dung cũ, hoặc giải thích trong yêu cầu hợp nhất",
         "restore what stood there, or explain it in the pull request"),
    Text("Sửa hoặc xoá báo cáo đã gửi làm mất ngày nhận của nó trong mắt người đọc.",
         "Altering or deleting a report that came makes it look as if it never had."),
)  # fmt: skip
MOVED = Rule(
    "KH506", Severity.WARNING,
    Text("Thay đổi này dời thời hạn", "The change moves a deadline"),
    Text("mục {item} kỳ {period}: hạn {before} → {after}",
         "item {item}, period {period}: due {before} → {after}"),
    Text("gia hạn bằng decisions.yaml có văn bản kèm theo; thời hạn gốc không đổi",
         "extend it in decisions.yaml with a document; the original deadline never changes"),
    Text("Hạn gốc của kế hoạch không bao giờ thay đổi; gia hạn là một quyết định có văn bản.",
         "The plan's own deadline never changes; an extension is a decision with a document."),
)  # fmt: skip
SINCE_RULES = (LOWERED, MOVED)


def brought(old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of the second state that the first did not have.

    They are told apart by what they say and of whom, not by the line: a line inserted above an old
    mistake does not make it new.
    """
    known = Counter(map(_identity, old))
    for finding in new:
        identity = _identity(finding)
        if known[identity]:
            known[identity] -= 1
        else:
            yield finding


def _identity(finding: Finding) -> tuple[str, str, Subject, str]:
    return finding.rule.code, finding.place.file, finding.subject, finding.message("en")


def lowered_or_moved(
    old: tuple[Report, ...], new: tuple[Report, ...], workspace: Workspace
) -> Iterator[Finding]:
    """Yield the deliveries that a change took back, and the plan's deadlines that it moved."""
    changed = changes(old, new)
    files = {each.plan.id: each for each in workspace.plans}
    for each in changed.no_longer_delivered:
        key = each.obligation.key
        place = Place(f"submissions/{each.agency}", (), (1, 1))
        values = {"agency": each.agency, "item": key.item, "period": key.period}
        yield Finding(LOWERED, place, values, Subject(each.agency, key.item, key.period))
    for moved in changed.moved_deadlines:
        if moved.agency is None:
            index = list(files[moved.plan].plan.item).index(moved.item)
            yield Finding(
                MOVED,
                Place(files[moved.plan].file, ("items", index, "deadline")),
                {
                    "item": moved.item,
                    "period": moved.period,
                    "before": moved.before or "—",
                    "after": moved.after or "—",
                },
                Subject(None, moved.item, moved.period),
            )
