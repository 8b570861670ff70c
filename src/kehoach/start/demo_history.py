"""The history of the sample repository, commit by commit: the usual reports, and what went amiss.

Every date is fixed. Due days (plan of ``starter/demo``, calendar of Vietnam): the yearly report on
01/12/2021, 01/12/2022, 01/12/2023 and, since 01/12/2024 is a Sunday, on 02/12/2024.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from kehoach.start.demo_agencies import MERGED, OFFICE, SENDER, SENDERS, Sender
from kehoach.start.demo_office import (
    BOOK,
    EVENT,
    EXTENSION,
    RECEIPTS,
    REQUEST,
    WAIVER,
    agencies,
    decided,
    first_files,
)
from kehoach.start.demo_reports import Yearly, done, requested
from kehoach.start.demo_tour import MISPLACED_TAG, YEAR_TAG, stories_table, tour_block
from kehoach.start.git_writing import NewCommit

_ZONE = timezone(timedelta(hours=7))
_SATURDAY = 5
# Whose report of a year is told below, or never came.
_APART = {
    2021: ("so-y-te", "so-cong-thuong", "so-xay-dung", "ubnd-binh-minh", "ubnd-tay-nui"),
    2022: ("so-noi-vu", "so-giao-duc", "so-van-hoa", "ubnd-tay-nui"),
    2023: (MERGED, "so-noi-vu", "ubnd-dong-song", "ubnd-tay-nui"),
    2024: (MERGED, "so-tai-chinh", "so-giao-duc", "so-cong-thuong", "so-van-hoa"),
}
_BRANCH = "bao-cao-so-giao-duc"
_TRANSPORT = """\
  - item: I.6
    status: done
    completed: 2023-11-15
    evidence: [{number: 310/BC-SXD, date: 2023-11-15, title: Báo cáo kết quả rà soát}]
"""


def history() -> list[NewCommit]:
    """Return all commits in order of time; the last of each year bears its tag."""
    told = (_office(), _usual(), _assignments(), *(_YEARS[year]() for year in _APART))
    commits = sorted((each for some in told for each in some), key=lambda each: each.when)
    last = {each.when.year: each for each in commits}
    return [
        replace(each, tag=YEAR_TAG.format(year=each.when.year))
        if each is last[each.when.year]
        else each
        for each in commits
    ]


def _at(day: str, time: str = "09:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=_ZONE)


def _day(sender: Sender, year: int) -> date:
    """Return the working day of November on which an agency usually reports."""
    day = date(year, 11, 15 + (5 * sender.number + year) % 12)
    return day + timedelta(days=2) if day.weekday() >= _SATURDAY else day


def _filed(report: Yearly, time: str = "09:00", day: str | None = None, **more: str) -> NewCommit:
    """Return the commit of a report, by default on the day of its letter."""
    who = report.sender
    message = f"Báo cáo năm {report.year} của {who.name}"
    when = _at(day or report.dated.isoformat(), time)
    return NewCommit(when, who.person, message, {report.file: report.text()}, **more)


def _report(id_: str, year: int, dated: str) -> Yearly:
    return Yearly(SENDER[id_], year, date.fromisoformat(dated))


def _office() -> Iterator[NewCommit]:
    """Yield what the consolidating office commits: the plan, and what is decided later."""
    first = first_files(tour_block(), stories_table())
    for day, message, files in (
        ("2021-01-15", "Kế hoạch 11/KH-UBND và danh sách cơ quan", {**first, **decided()}),
        ("2021-09-16", "Bộ Tư pháp đã ban hành văn bản hướng dẫn", decided(EVENT)),
        ("2021-11-30", "Sổ văn bản đến: báo cáo giấy của thành phố Bình Minh", {RECEIPTS: BOOK}),
        ("2022-08-04", "Yêu cầu báo cáo đột xuất", decided(EVENT, REQUEST)),
        ("2022-11-30", "Gia hạn cho Sở Văn hóa", decided(EVENT, REQUEST, EXTENSION)),
        ("2023-02-27", "Sở Giao thông vận tải nhập vào Sở Xây dựng", agencies(merged=True)),
        ("2023-11-10", "Miễn cho Đồng Sông", decided(EVENT, REQUEST, EXTENSION, WAIVER)),
    ):
        yield NewCommit(_at(day, "08:00"), OFFICE.person, message, files)


def _usual() -> Iterator[NewCommit]:
    """Yield the reports that came in time, and say what they should (most of them)."""
    for year, apart in _APART.items():
        for sender in SENDERS:
            if sender.id not in apart:
                report = Yearly(sender, year, _day(sender, year))
                yield _filed(_particular(report), f"{8 + sender.number % 9:02}:30")


def _particular(report: Yearly) -> Yearly:
    """Return the report with what is particular to it."""
    match report.sender.id, report.year:
        case "ubnd-dong-song", 2021:
            return replace(report, nil=True)
        case "so-cong-thuong", 2022:
            return replace(report, fields=1)
        case "so-y-te", 2023:
            return replace(report, covers=False)
        case "so-xay-dung", 2023:
            return replace(report, more=_TRANSPORT)
    return report


def _task(id_: str, item: str, completed: str, title: str, told: str | None = None) -> NewCommit:
    """Return the commit that says of a task that it is done, on that day or on one later."""
    sender = SENDER[id_]
    text = done(sender, item, date.fromisoformat(completed), title)
    path = f"data/submissions/{id_}/muc-{item.lower().replace('.', '-')}.yaml"
    message = f"{sender.name}: mục {item} đã xong"
    return NewCommit(_at(told or completed, "15:00"), sender.person, message, {path: text})


def _assignments() -> Iterator[NewCommit]:
    """Yield the tasks of 2021; so-van-hoa never does its own."""
    title = "Quyết định phân công công chức đầu mối"
    apart = ("so-y-te", "so-cong-thuong", "so-van-hoa")
    for sender in SENDERS:
        if not sender.district and sender.id not in apart:
            yield _task(sender.id, "I.2", f"2021-06-{13 + sender.number}", title)
    yield _task("so-y-te", "I.2", "2021-06-28", title, told="2021-07-05")
    yield _task("so-cong-thuong", "I.2", "2021-07-12", title)
    yield _task("so-tu-phap", "I.1", "2021-05-20", "Quyết định mở lớp tập huấn")
    yield _task("so-tu-phap", "I.4", "2021-10-12", "Công văn triển khai văn bản hướng dẫn")


def _in_2021() -> Iterator[NewCommit]:
    yield _filed(_report("so-y-te", 2021, "2021-12-08"))
    yield _filed(_report("so-cong-thuong", 2021, "2021-11-25"), day="2021-12-20")
    withdrawn = _report("so-xay-dung", 2021, "2021-11-24")
    yield _filed(withdrawn)
    yield NewCommit(
        _at("2022-01-17"), withdrawn.sender.person, "Rút báo cáo năm 2021", {withdrawn.file: None}
    )


def _in_2022() -> Iterator[NewCommit]:
    yield from _requests()
    report = _report("so-noi-vu", 2022, "2022-11-25")
    yield _filed(report)
    yield _filed(replace(report, remark="Bổ sung số liệu tháng 12"), day="2022-12-20")
    yield _filed(_report("so-van-hoa", 2022, "2022-12-12"))
    yield from _late_merge(_report("so-giao-duc", 2022, "2022-11-30"))
    yield from _misplaced(_report("ubnd-tay-nui", 2022, "2022-11-28"))


def _requests() -> Iterator[NewCommit]:
    """Yield who answered the letter of 03/08/2022; so-noi-vu never did."""
    for id_, day in (("so-tai-chinh", "2022-08-12"), ("so-y-te", "2022-08-17")):
        sender = SENDER[id_]
        text = requested(sender, date(2022, 8, 15), date.fromisoformat(day))
        files = {f"data/submissions/{id_}/dot-xuat-2022-08.yaml": text}
        message = f"Báo cáo đột xuất của {sender.name}"
        yield NewCommit(_at(day, "16:30"), sender.person, message, files)


def _late_merge(report: Yearly) -> Iterator[NewCommit]:
    """Yield a report committed in time on a branch, and the merge that came late."""
    yield _filed(report, branch=_BRANCH)
    message = f"Hợp nhất: báo cáo năm {report.year} của {report.sender.name}"
    files = {report.file: report.text()}
    yield NewCommit(_at("2022-12-09"), OFFICE.person, message, files, merges=_BRANCH)


def _misplaced(report: Yearly) -> Iterator[NewCommit]:
    """Yield a report in a neighbour's folder, and its move to where it belongs."""
    wrong = report.file.replace(report.sender.id, "ubnd-dong-song").replace("bao-cao", "tay-nui")
    first = _filed(report)
    yield replace(first, files={wrong: report.text()}, tag=MISPLACED_TAG)
    moved = {wrong: None, report.file: report.text()}
    message = "Chuyển báo cáo về đúng thư mục"
    yield NewCommit(_at("2022-12-12"), report.sender.person, message, moved)


def _in_2023() -> Iterator[NewCommit]:
    foreign = Yearly(SENDER["so-y-te"], 2022, _day(SENDER["so-y-te"], 2022))
    files: dict[str, str | None] = {foreign.file: f"{foreign.text()}# Đã đối chiếu\n"}
    who = SENDER["so-noi-vu"].person
    yield NewCommit(_at("2023-06-05"), who, "Ghi chú vào báo cáo của Sở Y tế", files)
    yield _filed(_report("so-noi-vu", 2023, "2023-12-01"), "23:40")
    invalid = _report("ubnd-tay-nui", 2023, "2023-11-29")
    broken = invalid.text().replace("date: 2023-11-29", "date: 29/11/2023")
    yield replace(_filed(invalid), files={invalid.file: broken})
    mended = "Sửa ngày trong báo cáo năm 2023"
    yield replace(_filed(invalid, day="2023-12-05"), message=mended)


def _in_2024() -> Iterator[NewCommit]:
    yield _filed(_report("so-giao-duc", 2024, "2024-12-02"), "16:00")
    yield _filed(_report("so-tai-chinh", 2024, "2024-12-02"), "00:10", day="2024-12-03")
    invalid = _report("so-cong-thuong", 2024, "2024-11-27")
    broken = invalid.text().replace("status: done", "status: xong", 1)
    yield replace(_filed(invalid), files={invalid.file: broken})
    lost = _report("so-van-hoa", 2024, "2024-11-28")
    wrong = lost.file.replace("so-van-hoa", "so-noi-vu").replace("bao-cao", "van-hoa")
    yield replace(_filed(lost), files={wrong: lost.text()})


_YEARS = {2021: _in_2021, 2022: _in_2022, 2023: _in_2023, 2024: _in_2024}
