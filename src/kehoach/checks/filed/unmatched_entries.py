"""Entries that name no plan, agency, item or period there is."""

from collections.abc import Iterator

from kehoach.checks.review import Review
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.model import file_names
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.evidence import Unmatched
from kehoach.verdicts.evidence.entries import Mismatch
from kehoach.words import Text, captions
from kehoach.words.nearness import did_you_mean, nearest

_HEAD = 'schema: kehoach/submission@1\nplan: "%s"\nagency: so-tai-chinh\n'
_DATED = _HEAD % "06" + "document: {number: 1/BC, date: 2021-11-29}\n"

UNKNOWN_PLAN = Rule(
    "KH401", Severity.ERROR,
    Text("Kế hoạch không có", "Unknown plan"),
    Text("không có kế hoạch “{id}”", "there is no plan “{id}”"),
    Text("các kế hoạch ở đây: {known}", "the plans here: {known}"),
    Text("Tệp báo cáo theo một kế hoạch không có trong thư mục dữ liệu nên không được tính.",
         "The file reports on a plan that is not in the data folder; it does not count."),
    Example(_HEAD % "60", _HEAD % "06"),
)  # fmt: skip
UNKNOWN_AGENCY = Rule(
    "KH402", Severity.ERROR,
    Text("Cơ quan báo cáo không có trong danh sách", "Unknown reporting agency"),
    captions.NOT_IN_REGISTRY,
    Text("sửa dòng “agency” và tên thư mục theo đúng mã trong agencies.yaml",
         "mend the line “agency” and the folder's name to the id in agencies.yaml"),
    Text("Báo cáo của một mã lạ không thể tính cho cơ quan nào.",
         "A report of an unknown id can be counted for nobody."),
    Example((_HEAD % "06").replace("chinh", "chin"), _HEAD % "06",
            "submissions/so-tai-chin/bao-cao.yaml", "submissions/so-tai-chinh/bao-cao.yaml"),
)  # fmt: skip
UNKNOWN_ITEM = Rule(
    "KH403", Severity.ERROR,
    Text("Mục không có trong kế hoạch", "Unknown item"),
    Text("kế hoạch không có mục “{item}”{meant}", "the plan has no item “{item}”{meant}"),
    Text("ghi số mục đúng như trong kế hoạch, ví dụ III.1.c",
         "write the item's number as the plan has it, e.g. III.1.c"),
    Text("Dòng này không được tính vì không biết nói về mục nào.",
         "The entry does not count: nobody knows which item it means."),
    Example(_DATED + "tasks: [{item: II.2.z, status: done}]\n",
            _DATED + "tasks: [{item: II.2, period: 2021, status: done}]\n"),
)  # fmt: skip
WRONG_KIND = Rule(
    "KH404", Severity.ERROR,
    Text("Báo cáo và nhiệm vụ lẫn nhau", "Report and task confused"),
    Text("mục {item} phải ghi ở phần “{part}”", "item {item} belongs under “{part}”"),
    Text("chuyển dòng này sang “{part}:”", "move the entry to “{part}:”"),
    Text("Báo cáo (gửi văn bản) ghi ở reports; nhiệm vụ (làm xong một việc) ghi ở tasks.",
         "A report (a document sent) stands under reports, a task (work done) under tasks."),
    Example(_DATED + "tasks: [{item: III.1.c, period: 2021, status: done}]\n",
            _DATED + "reports: [{item: III.1.c, period: 2021}]\n"),
)  # fmt: skip
NO_PERIOD = Rule(
    "KH405", Severity.ERROR,
    Text("Thiếu kỳ báo cáo", "Period is missing"),
    Text("mục {item} cần ghi kỳ (period)", "item {item} needs its period"),
    Text("thêm “period: {periods}”", "add “period: {periods}”"),
    Text("Mục định kỳ phải nói rõ kỳ nào; không đoán thay cơ quan.",
         "A recurring item must say which period; nobody guesses it."),
    Example(_DATED + "reports: [{item: III.1.c}]\n",
            _DATED + "reports: [{item: III.1.c, period: 2021}]\n"),
)  # fmt: skip
UNKNOWN_PERIOD = Rule(
    "KH406", Severity.ERROR,
    Text("Kỳ báo cáo không có", "Unknown period"),
    Text("mục {item} không có kỳ “{period}”", "item {item} has no period “{period}”"),
    Text("các kỳ của mục: {periods}", "the item's periods: {periods}"),
    Text("Dòng này không được tính vì kế hoạch không giao kỳ đó.",
         "The entry does not count: the plan asks for no such period."),
    Example(_DATED + "reports: [{item: III.1.c, period: 2021-Q3}]\n",
            _DATED + "reports: [{item: III.1.c, period: 2021}]\n"),
)  # fmt: skip
RULES = (UNKNOWN_PLAN, UNKNOWN_AGENCY, UNKNOWN_ITEM, WRONG_KIND, NO_PERIOD, UNKNOWN_PERIOD)
_RULE = {
    Mismatch.ITEM: UNKNOWN_ITEM,
    Mismatch.KIND: WRONG_KIND,
    Mismatch.PERIOD_MISSING: NO_PERIOD,
    Mismatch.PERIOD_UNKNOWN: UNKNOWN_PERIOD,
}


def find(review: Review) -> Iterator[Finding]:
    """Yield the entries that can be counted for nothing."""
    plans = {each.plan.id for each in review.workspace.plans}
    for filing in review.workspace.filings:
        if (plan := filing.submission.plan) not in plans:
            values = {"id": plan, "known": ", ".join(sorted(plans))}
            yield Finding(UNKNOWN_PLAN, Place(filing.file, ("plan",)), values)
    yield from _agencies(review)
    for report in review.reports:
        items = list(report.docket.plan.item)
        for entry in report.claims.unmatched:
            if not _excused(review, report, entry):
                yield _unmatched(entry, items)


def _agencies(review: Review) -> Iterator[Finding]:
    """Yield the agencies, named in a file or by a folder, that the registry does not know."""
    known = review.workspace.registry.agency
    called = {id_: (each.name, *each.variants) for id_, each in known.items()}
    named = [
        (Place(filing.file, ("agency",)), id_, filing.folder)
        for filing in review.workspace.filings
        for id_ in dict.fromkeys((filing.submission.agency, filing.folder))
        if id_ is not None
    ]
    entries = enumerate(review.workspace.book.receipts)
    named += [
        (Place(file_names.BOOK, ("receipts", i, "agency")), each.agency, None)
        for i, each in entries
    ]
    for place, id_, folder in named:
        if id_ not in known and id_ not in review.workspace.unreadable:
            near = [folder] if folder in known else nearest(id_, called, most=1)
            yield Finding(UNKNOWN_AGENCY, place, {"id": id_, "meant": did_you_mean(near)})


def _excused(review: Review, report: Report, entry: Unmatched) -> bool:
    """Say whether an entry may match nothing: of another plan, asked later, or the plan's own slip."""
    return (
        entry.item in review.workspace.unreadable
        or _of_another_plan(review, entry)
        or _asked_later(review, report, entry)
    )


def _of_another_plan(review: Review, entry: Unmatched) -> bool:
    """Say whether an entry of the registry book that names no plan belongs to another one here."""
    if entry.file != file_names.BOOK or review.workspace.book.receipts[int(entry.route[1])].plan:
        return False
    return any(
        entry.route
        not in {each.route for each in report.claims.unmatched if each.file == entry.file}
        for report in review.reports
    )


def _asked_later(review: Review, report: Report, entry: Unmatched) -> bool:
    """Say whether it answers a letter that had not yet been written on the day judged."""
    return any(
        request.item == entry.item
        and request.due.isoformat() == entry.period
        and request.plan in (None, report.docket.plan.id)
        and request.document.cited
        and not request.known(report.as_of)
        for request in review.workspace.decisions.requests
    )


def _unmatched(entry: Unmatched, items: list[str]) -> Finding:
    """Return the finding for an entry that matches nothing."""
    called: dict[str, tuple[str, ...]] = dict.fromkeys(items, ())
    near = nearest(entry.item, called, most=1) if entry.why is Mismatch.ITEM else []
    return Finding(
        _RULE[entry.why],
        Place(entry.file, entry.route),
        {
            "item": entry.item,
            "period": entry.period or "",
            "periods": " | ".join(entry.expected[:8]),
            "part": "tasks" if entry.route[0] == "reports" else "reports",
            "meant": did_you_mean(near),
        },
        Subject(entry.agency, entry.item, entry.period),
    )
