"""Commits whose own day or merging cannot be taken at their word."""

from collections.abc import Iterator

from kehoach.checks.review import OfficeReview
from kehoach.diagnostics import Affair, Finding, Place, Rule, Severity, Value
from kehoach.model import file_names
from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.wrong_clocks import WrongClocks
from kehoach.words import Text

_SHORT = 10

CLOCK = Rule(
    "KH511", Severity.WARNING,
    Text("Đồng hồ của commit sai", "A commit's clock is wrong"),
    Text("commit {commit} ghi ngày {day}, {reason}", "commit {commit} is dated {day}, {reason}"),
    Text("kiểm tra đồng hồ của máy đã commit; ghi ngày đến thật vào receipts.yaml nếu cần",
         "check that machine's clock; enter the true arrival in receipts.yaml if need be"),
    Text("Một commit không thể được nhận trước commit mà nó dựa vào, cũng không thể từ tương lai.",
         "A commit is never received before one it rests on, nor from the future."),
    affair=Affair.OFFICE,
)  # fmt: skip
FOXTROT = Rule(
    "KH512", Severity.WARNING,
    Text("Hợp nhất ngược nhánh chính", "The main line was merged backwards"),
    Text("commit {commit} kéo nhánh chính vào nhánh của cơ quan rồi đẩy lên; các ngày cũ hơn được giữ",
         "commit {commit} pulled the main line into an agency's own and was pushed; older days are kept"),
    Text("lần sau dùng “git pull --rebase”, hoặc gửi qua yêu cầu hợp nhất",
         "next time “git pull --rebase”, or send a pull request"),
    Text("Sau phép hợp nhất này cha thứ nhất không còn là nhánh chính; ngày commit của cơ quan không "
         "có ai khác xác nhận.",
         "Its first parent is the agency's line, whose days nobody else confirms."),
    affair=Affair.OFFICE,
)  # fmt: skip
BLIND = Rule(
    "KH514", Severity.WARNING,
    Text("Không xem được lịch sử git", "The history in git cannot be seen"),
    Text("chưa kiểm tra được báo cáo bị rút, bị sửa sau hạn hay hợp nhất muộn: {reason}",
         "withdrawn, amended and late-merged reports were not looked for: {reason}"),
    Text("làm theo cách nêu trên rồi chạy lại", "mend it as it says, and run again"),
    Text("Ngày nhận đã có trong sổ văn bản đến nên kết luận không đổi, nhưng các kiểm tra về tính trung "
         "thực cần toàn bộ lịch sử.",
         "The registry book dates everything, so no verdict changes; but checks of honesty need the "
         "whole history."),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (CLOCK, FOXTROT, BLIND)
_BACK = Text(
    "trước commit {other} mà nó dựa vào: một trong hai đồng hồ sai",
    "before commit {other}, which it rests on: one of the two clocks is wrong",
)
_AHEAD = Text(
    "nhưng commit {other} cho thấy nó đã có trước ngày ấy: đồng hồ chạy nhanh, không làm các commit sau bị "
    "tính muộn",
    "but commit {other} shows that it was there before: its clock runs ahead, and makes nothing after it "
    "late",
)
_LOGGED = Text(
    "nhưng nhật ký tiếp nhận đã ghi nó trước ngày ấy: đồng hồ chạy nhanh, không làm các commit sau bị tính "
    "muộn",
    "but the arrival log has it on an earlier day: its clock runs ahead, and makes nothing after it late",
)
_FUTURE = Text("sau ngày hôm nay nên chưa được tính", "after today, and does not count yet")


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield that git's history cannot be seen, and which of its commits are doubtful."""
    if review.blind is not None:
        yield Finding(BLIND, Place.whole(file_names.REGISTRY), {"reason": review.blind})
    yield from _commits(review)


def _commits(review: OfficeReview) -> Iterator[Finding]:
    """Yield, once for all plans, the commits whose dates or merging cannot be taken at their word.

    What was committed after the day judged is not known yet.
    """
    wrong: dict[tuple[Commit, Text], None] = {}
    foxtrots: dict[Commit, None] = {}
    for _, history in review.logged():
        known = {each.id for each in history.known_by(review.as_of)}
        wrong |= {each: None for each in _wrong(history.clocks) if each[0].id in known}
        foxtrots |= dict.fromkeys(history.known_by(review.as_of, history.foxtrots))
    for commit, reason in wrong:
        words: dict[str, Value] = {"commit": commit.id[:_SHORT], "reason": reason}
        words["day"] = commit.committed
        yield Finding(CLOCK, _place(review, commit), words)
    for commit in foxtrots:
        yield Finding(FOXTROT, _place(review, commit), {"commit": commit.id[:_SHORT]})


def _wrong(clocks: WrongClocks) -> Iterator[tuple[Commit, Text]]:
    """Yield each commit that is dated wrongly, and what is wrong with its day."""
    for commit, other in clocks.ahead:
        words = _LOGGED if other == commit.id else _AHEAD
        yield commit, words.filled(other=other[:_SHORT])
    for commit, other in clocks.behind:
        yield commit, _BACK.filled(other=other[:_SHORT])
    for commit in clocks.future:
        yield commit, _FUTURE


def _place(review: OfficeReview, commit: Commit) -> Place:
    """Return what still stands of what a commit touched first: its lines may be others by now."""
    return Place.whole(review.files.nearest(commit.first or "submissions"))
