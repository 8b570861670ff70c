"""Reports that came and are no longer there, or no longer say what they said when they were due."""

from collections.abc import Iterator, Sequence
from datetime import date
from shlex import quote

from kehoach.checks.crossing import Gone
from kehoach.checks.review import PartReview, WholeReview, inset_period, of_period
from kehoach.diagnostics import Affair, Finding, Place, Rule, Severity, Subject, Value
from kehoach.verdicts.assessment import Assessment, Report
from kehoach.verdicts.evidence import Periods
from kehoach.verdicts.evidence.entries import said_in
from kehoach.verdicts.evidence.history import History
from kehoach.verdicts.evidence.holdings import Version
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Text

_SHORT = 10

GONE = Rule(
    "KH507", Severity.WARNING,
    Text("Đã nhận nhưng nay không còn", "Received earlier, no longer present"),
    Text("{agency}: mục {item}{of} đã nhận ngày {day} (commit {commit}), nay không còn trong tệp",
         "{agency}: item {item}{of} came on {day} (commit {commit}) and is gone"),
    Text("khôi phục bằng “git show {commit}:{path}”, hoặc ghi lý do rút",
         "restore it from “git show {commit}:{path}”, or say why it was withdrawn"),
    Text("Báo cáo bị xoá hoặc ghi đè được tính là chưa gửi; tính sau ngày nhận đầu tiên khi khôi phục.",
         "A report that was deleted or overwritten counts as missing; restored, it keeps its day."),
)  # fmt: skip
AMENDED = Rule(
    "KH508", Severity.WARNING,
    Text("Sửa nội dung sau hạn", "Amended after the deadline"),
    Text("mục {item}{of}: nội dung tại thời điểm hết hạn {due} (commit {before}) khác hiện nay "
         "(commit {after})",
         "item {item}{of}: what stood there when it fell due on {due} (commit {before}) "
         "differs from now (commit {after})"),
    Text("xem “git diff {before} {after} -- {path}”", "see “git diff {before} {after} -- {path}”"),
    Text("Chỉ so giá trị của phần đầu tệp và của chính mục này; định dạng, mục khác, sửa rồi sửa lại "
         "như cũ không tính.",
         "Only the header's and the entry's own values count; formatting, other entries, and changes "
         "taken back do not."),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (GONE, AMENDED)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what the main line held otherwise when it fell due."""
    for report, history in review.told():
        for assessment in report.those(lambda each: each.claim is not None):
            yield from _amended(report, history, assessment)


def across(review: WholeReview) -> Iterator[Finding]:
    """Yield the reports, and the tasks said to be done, that no file says any more.

    What a file in a wrong folder says has not gone: it only does not count there.
    """
    for key, day, commit, path in review.crossing.gone:
        if key in review.crossing.astray:
            continue
        values: dict[str, Value] = {
            "agency": key.agency,
            "item": key.item,
            "period": key.period,
            "of": inset_period(key.period),
        }
        values |= {"day": day, "commit": commit[:_SHORT], "path": quote(path)}
        place = Place.whole(review.office.files.nearest(f"submissions/{key.agency}"))
        yield Finding(GONE, place, values, Subject(key.agency, key.item, key.period))


def gone(review: PartReview) -> Iterator[Gone]:
    """Yield what the main line once held, and no file of the part says any more."""
    for report, history in review.told():
        yield from _gone(report, history)


def _gone(report: Report, history: History) -> Iterator[Gone]:
    for key, versions in history.versions.items():
        since = report.sent_back.get(key, date.min)
        held = [each for each in versions if each.done and since < each.day <= report.as_of]
        said = any(claim.progress == "done" for claim in report.claims.of(key))
        if held and not said and not _still_stood(history, held, report.as_of):
            yield Gone(key, held[0].day, held[-1].commit, held[-1].path)


def _still_stood(history: History, versions: Sequence[Version], day: date) -> bool:
    """Say whether it was removed only by a commit after a day: nobody knew of that yet."""
    ends = (history.until(each) for each in versions)
    return any(end is not None and end > day for end in ends)


def astray(review: PartReview) -> Iterator[Key]:
    """Yield what files in a wrong folder say."""
    filings = review.workspace.filings
    lost = [each.submission for each in filings if each.folder != each.submission.agency]
    for report in review.reports if lost else ():
        periods = Periods(report.docket.plan, report.docket.demands)
        for submission in lost:
            yield from (said.key for said in said_in(submission, periods))


def _amended(report: Report, history: History, assessment: Assessment) -> Iterator[Finding]:
    """Yield a claim whose sense was another at 24:00 of its due day."""
    due, claim = assessment.obligation.due, assessment.claim
    if due is None or claim is None or claim.of_start or report.as_of <= due or assessment.returned:
        return  # of a beginning another check tells when its day is rewritten
    known = history.versions.get(claim.key, ())
    if len(known) < 2:  # noqa: PLR2004 - most were filed once, and never said anything else
        return
    versions = [each for each in known if each.day <= report.as_of]
    if (change := _changed(history, versions, claim.file, due)) is None:
        return
    before, after = change
    values: dict[str, Value] = {
        "item": claim.key.item,
        "period": claim.key.period,
        "of": of_period(claim.key.period),
        "due": due,
        "before": before.commit[:_SHORT],
        "after": after.commit[:_SHORT],
        "path": quote(after.path),
    }
    yield Finding(AMENDED, claim.place(), values, claim.subject)


def _of_file(versions: Sequence[Version], file: str) -> list[Version]:
    """Return the versions that one file held, by its name within the data folder."""
    return [each for each in versions if f"/{each.path}".endswith(f"/{file}")]


def _held(history: History, versions: Sequence[Version], due: date) -> list[Version]:
    """Return what stood at 24:00 of a day; where nothing did, what was last held before.

    What a file said under a name that it no longer bore is not what stood there.
    """
    before = [each for each in versions if each.day <= due]
    ends = [(each, history.until(each)) for each in before]
    return [each for each, end in ends if end is None or end > due] or before[-1:]


def _changed(
    history: History, versions: Sequence[Version], file: str, due: date
) -> tuple[Version, Version] | None:
    """Return what was held when it fell due, and since when it says something else; else nothing.

    Where another file says the same, only the one that the verdict rests on is asked.
    """
    mine = _of_file(versions, file) or versions
    if not mine or mine[-1].day <= due:
        return None
    held = _held(history, versions, due)
    if not held or any(each.meaning == mine[-1].meaning for each in held):
        return None
    after = _since(mine, due)
    return next((each for each in held if each.path == after.path), held[-1]), after


def _since(versions: Sequence[Version], due: date) -> Version:
    """Return the first version after a day that says what the last of them says."""
    later = (each for each in versions if each.day > due)
    return next(each for each in later if each.meaning == versions[-1].meaning)
