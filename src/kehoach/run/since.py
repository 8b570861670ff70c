"""What a change brought: its own findings, and what it lowered or moved."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kehoach.checks.lateness import SEE
from kehoach.checks.review import inset_period, of_period
from kehoach.diagnostics import Affair, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model.workspace import Workspace
from kehoach.run.changes import MovedDeadline, changes, turned
from kehoach.verdicts.assessment import Assessment, Report
from kehoach.words import Text

LOWERED = Rule(
    "KH505", Severity.WARNING,
    Text("Thay đổi này làm mất một kết quả đã có", "The change takes back a delivery"),
    Text("{agency}: mục {item}{of} trước đây đã hoàn thành, nay không còn",
         "{agency}: item {item}{of} was delivered before this change"),
    Text("khôi phục nội dung cũ, hoặc giải thích trong yêu cầu hợp nhất",
         "restore what stood there, or explain it in the pull request"),
    Text("Sửa hoặc xoá báo cáo đã gửi làm mất ngày nhận của nó trong mắt người đọc.",
         "Altering or deleting a report that came makes it look as if it never had."),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
MOVED = Rule(
    "KH506", Severity.WARNING,
    Text("Thay đổi này dời thời hạn", "The change moves a deadline"),
    Text("mục {item}{of}: hạn {before} → {after}",
         "item {item}{of}: due {before} → {after}"),
    Text("gia hạn bằng decisions.yaml có văn bản kèm theo; thời hạn gốc không đổi",
         "extend it in decisions.yaml with a document; the original deadline never changes"),
    Text("Hạn gốc của kế hoạch không bao giờ thay đổi; gia hạn là một quyết định có văn bản.",
         "The plan's own deadline never changes; an extension is a decision with a document."),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
TURNED = Rule(
    "KH518", Severity.NOTICE,
    Text("Thay đổi này làm đổi một kết luận", "The change turns a verdict"),
    Text("{agency}: mục {item}{of}: {before} → {after}",
         "{agency}: item {item}{of}: {before} → {after}"),
    SEE,
    Text("Kết luận là điều được công bố: mỗi kết luận mà một thay đổi làm khác đi, theo chiều nào và do "
         "ai, đều "
         "được nêu tên.",
         "The verdict is what is published: each one that a change turns, in either direction and whoever "
         "made it, is named."),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
SINCE_RULES = (LOWERED, MOVED, TURNED)
NOTHING_OWED = Text("không có nghĩa vụ", "nothing owed")


def brought(old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of the second state that the first did not have.

    They are told apart by what they say and of whom, not by the line: a line inserted above an old
    mistake does not make it new. What is said of a commit is the same wherever its files now lie,
    and what was late or overdue is so still where its deadline was moved.
    """
    known = Counter(map(_identity, old))
    for finding in new:
        identity = _identity(finding)
        if known[identity]:
            known[identity] -= 1
        elif not finding.rule.standing:
            yield finding


def _identity(finding: Finding) -> tuple[object, ...]:
    if finding.rule.verdict:
        return finding.rule.code, finding.subject
    values = frozenset((name, each) for name, each in finding.values.items() if name != "line")
    file = None if "commit" in finding.values else finding.place.file
    return finding.rule.code, file, finding.subject, values


def lowered_or_moved(
    old: tuple[Report, ...], new: tuple[Report, ...], workspace: Workspace
) -> Iterator[Finding]:
    """Yield the deliveries that a change took back, and the plan's deadlines that it moved."""
    changed = changes(old, new)
    for each in changed.no_longer_delivered:
        if each.returned:
            continue  # the office sent it back
        key = each.obligation.key
        place = Place.whole(workspace.nearest(f"submissions/{each.agency}"))
        values: dict[str, Value] = {"agency": each.agency, "item": key.item, "period": key.period}
        values["of"] = inset_period(key.period)
        yield Finding(LOWERED, place, values, Subject(each.agency, key.item, key.period))
    fixed = _fixed(old)
    for moved in changed.moved_deadlines:
        if moved.agency is None and moved[:3] in fixed:
            yield _moved(moved, workspace)


def turned_in(
    old: tuple[Report, ...], new: tuple[Report, ...], workspace: Workspace, told: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the verdicts that a change turned, but for those that lateness, loss or a moved deadline name.

    Where a deadline of the plan was moved, that is said once; each status that it turned is named.
    """
    named = {each.subject for each in told if each.rule.verdict or each.rule in (LOWERED, MOVED)}
    for each in turned(old, new):
        key, before, after = each
        subject = Subject(key.agency, key.item, key.period)
        same = before is not None and after is not None and before.status is after.status
        if subject in named or (same and Subject(None, key.item, key.period) in named):
            continue
        place = Place.whole(workspace.nearest(f"submissions/{key.agency}"))
        values: dict[str, Value] = {"agency": key.agency, "item": key.item, "period": key.period}
        values |= {"of": of_period(key.period), "before": _shown(before), "after": _shown(after)}
        yield Finding(TURNED, place, values, subject)


def _shown(each: Assessment | None) -> Text:
    """Return a verdict in few words: its status, the days from its due day, and whether covered."""
    if each is None:
        return NOTHING_OWED
    days = "" if each.days is None else f" ({each.days:+d})"
    cover = _COVER[each.covered]
    return Text(
        *(f"{status}{days}{more}" for status, more in zip(each.status.label, cover, strict=True))
    )


_COVER = {
    None: Text("", ""),
    True: Text(", báo cáo có nêu", ", covered"),
    False: Text(", báo cáo không nêu", ", not covered"),
}


def _fixed(reports: tuple[Report, ...]) -> frozenset[tuple[str, ...]]:
    """Return the plan's due days that await no event and no session: recording those moves none."""
    return frozenset(
        (report.docket.plan.id, demand.item.id, demand.period)
        for report in reports
        for demand in report.docket.demands
        if demand.due is not None and not demand.term.assumed
    )


def _moved(moved: MovedDeadline, workspace: Workspace) -> Finding:
    """Return the finding at the deadline as the plan now has it."""
    file = next(each for each in workspace.plans if each.plan.id == moved.plan)
    index = file.plan.items.index(file.plan.item[moved.item])
    values: dict[str, Value] = {
        "item": moved.item,
        "period": moved.period,
        "of": of_period(moved.period),
        "before": moved.before or "—",
        "after": moved.after or "—",
    }
    place = Place(file.file, ("items", index, "deadline"))
    return Finding(MOVED, place, values, Subject(None, moved.item, moved.period))
