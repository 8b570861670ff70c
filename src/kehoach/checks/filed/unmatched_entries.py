"""Entries that name no plan, agency, item or period there is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kehoach.checks.review import OfficeReview, PartReview
from kehoach.checks.sources import OfficeFiles
from kehoach.diagnostics import Example, Finding, Place, Route, Rule, Severity, Subject, Value
from kehoach.model import file_names
from kehoach.model.ids import PlanId
from kehoach.model.plan import Plan
from kehoach.model.workspace import Filing
from kehoach.periods import parse_span
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
    Text("các kế hoạch ở đây, viết: {known}", "the plans here, write: {known}"),
    Text("Tệp báo cáo theo một kế hoạch không có trong thư mục dữ liệu nên không được tính.",
         "The file reports on a plan that is not in the data folder; it does not count."),
    Example(_HEAD % "60", _HEAD % "06"),
)  # fmt: skip
UNKNOWN_AGENCY = Rule(
    "KH402", Severity.ERROR,
    Text("Cơ quan báo cáo không có trong danh sách", "Unknown reporting agency"),
    captions.NOT_IN_REGISTRY,
    Text("{write}sửa dòng “agency” và tên thư mục theo đúng mã trong agencies.yaml",
         "{write}mend the line “agency” and the folder's name to the id in agencies.yaml"),
    Text("Báo cáo của một mã lạ không thể tính cho cơ quan nào.",
         "A report of an unknown id can be counted for nobody."),
    Example((_HEAD % "06").replace("chinh", "chin"), _HEAD % "06",
            "submissions/so-tai-chin/bao-cao.yaml", "submissions/so-tai-chinh/bao-cao.yaml"),
)  # fmt: skip
UNKNOWN_ITEM = Rule(
    "KH403", Severity.ERROR,
    Text("Mục không có trong kế hoạch", "Unknown item"),
    Text("kế hoạch không có mục “{item}”{meant}", "the plan has no item “{item}”{meant}"),
    Text("ghi số mục đúng như trong kế hoạch: item: {better}",
         "write the item's number as the plan has it: item: {better}"),
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
    Text("thêm “period: {period}” (các kỳ: {periods})", "add “period: {period}” (the periods: {periods})"),
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
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_WRITE = Text("viết “agency: {id}”; ", "write “agency: {id}”; ")
_RULE = {
    Mismatch.ITEM: UNKNOWN_ITEM,
    Mismatch.KIND: WRONG_KIND,
    Mismatch.PERIOD_MISSING: NO_PERIOD,
    Mismatch.PERIOD_UNKNOWN: UNKNOWN_PERIOD,
}


def find(review: PartReview) -> Iterator[Finding]:
    """Yield the entries of files that can be counted for nothing."""
    files = review.workspace
    plans = {each.plan.id for each in files.plans}
    for filing in files.filings:
        yield from _heads(files, filing, plans)
    for report in review.reports:
        for entry in report.claims.unmatched:
            if entry.file != file_names.BOOK and entry.item not in files.unreadable:
                yield from _unmatched(files, entry, report.docket.plan, report.as_of)


def in_book(review: OfficeReview) -> Iterator[Finding]:
    """Yield the entries of the registry book that can be counted for nothing."""
    files = review.files
    entries = files.book.receipts
    for index, each in enumerate(entries):
        place = Place(file_names.BOOK, ("receipts", index, "agency"))
        yield from _agency(files, place, each.agency, None)
    by_plan = review.unmatched_in_book
    routes = [{each.route for each in unmatched} for unmatched in by_plan]
    for docket, unmatched in zip(review.dockets, by_plan, strict=True):
        for entry in unmatched:
            # One that names no plan may belong to another plan here.
            another = not entries[int(entry.route[1])].plan and any(
                entry.route not in theirs for theirs in routes
            )
            if not another and entry.item not in files.unreadable:
                yield from _unmatched(files, entry, docket.plan, review.as_of)


def _heads(files: OfficeFiles, filing: Filing, plans: set[PlanId]) -> Iterator[Finding]:
    """Yield the plan, the agency and the folder's agency that nothing has."""
    if (plan := filing.submission.plan) not in plans:
        values = {"id": plan, "known": " | ".join(f'plan: "{each}"' for each in sorted(plans))}
        yield Finding(UNKNOWN_PLAN, Place(filing.file, ("plan",)), values)
    for id_ in dict.fromkeys((filing.submission.agency, filing.folder)):
        if id_ is not None:
            yield from _agency(files, Place(filing.file, ("agency",)), id_, filing.folder)


def _agency(files: OfficeFiles, place: Place, id_: str, folder: str | None) -> Iterator[Finding]:
    """Yield that the registry does not know an agency, named in a file or by a folder."""
    known = files.registry.agency
    if id_ in known or id_ in files.unreadable:
        return
    called = {known_id: (each.name, *each.variants) for known_id, each in known.items()}
    near = [folder] if folder in known else nearest(id_, called, most=1)
    write = _WRITE.filled(id=near[0]) if near else ""
    yield Finding(UNKNOWN_AGENCY, place, {"id": id_, "meant": did_you_mean(near), "write": write})


def _unmatched(files: OfficeFiles, entry: Unmatched, plan: Plan, as_of: date) -> Iterator[Finding]:
    """Yield that an entry matches nothing, unless it answers a letter not written yet."""
    if _asked_later(files, entry, plan.id, as_of):
        return
    called: dict[str, tuple[str, ...]] = dict.fromkeys(plan.item, ())
    near = _nearest(entry.item, called) if entry.why is Mismatch.ITEM else []
    values: dict[str, Value] = {"item": entry.item, "period": entry.period or ""}
    values["periods"] = " | ".join(entry.expected[:8])
    if entry.why is Mismatch.PERIOD_MISSING:
        values["period"] = _begun(entry.expected, as_of)
    values["part"] = "tasks" if entry.route[0] == "reports" else "reports"
    values["meant"] = did_you_mean(near)
    values["better"] = near[0] if near else "III.1.c"
    subject = Subject(entry.agency, entry.item, entry.period)
    yield Finding(_RULE[entry.why], Place(entry.file, _place(entry)), values, subject)


def _nearest(item: str, called: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the item that is probably meant: the same but for signs, or Roman figures, or a letter."""
    same = [each for each in called if _bare(each) == _bare(item)]
    return same if len(same) == 1 else nearest(item, called, most=1)


def _bare(item: str) -> str:
    """Return an item's number without its signs; a Roman figure and its number are one."""
    first, *rest = re.findall(r"[a-zđ]+|\d+", item.removeprefix("mục ").casefold()) or [""]
    return "".join((_ROMAN.get(first, first), *rest))


def _begun(periods: Sequence[str], as_of: date) -> str:
    """Return the last of some periods that has begun; else the first."""
    begun = [each for each in periods if each[:4].isdigit() and parse_span(each).first <= as_of]
    return (begun or [*periods] or ["…"])[-1 if begun else 0]


def _place(entry: Unmatched) -> Route:
    """Return the route to what matches nothing."""
    wrong = {Mismatch.ITEM: "item", Mismatch.PERIOD_UNKNOWN: "period"}.get(entry.why)
    return (*entry.route, wrong) if wrong else entry.route


def _asked_later(files: OfficeFiles, entry: Unmatched, plan: PlanId, as_of: date) -> bool:
    """Say whether it answers a letter that had not yet been written on the day judged."""
    return any(
        request.item == entry.item
        and request.due.isoformat() == entry.period
        and request.plan in (None, plan)
        and request.document.cited
        and not request.known(as_of)
        for request in files.decisions.requests
    )
