"""An understood wording leaves no word of time unread, unless one of the reasons below names it."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.wordings import read

_HERE = Path(__file__).parent
_TABLES = [*sorted(_HERE.glob("*.tsv")), *sorted(_HERE.glob("plain/*.tsv"))]
WORDINGS = {
    line.split("\t")[0].replace("\\n", "\n").replace("\\u00a0", "\u00a0")
    for table in _TABLES
    for line in table.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}
_TIME = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,4}|\b(?:19|20)\d\d\b|(?:ngày|tháng)\s+\d|quý\s+(?:[ivx]+\b|\d)"
    r"|\d+\s*(?:ngày|tuần|tháng|quý|năm|giờ)\b|\b\d{1,2}\s*(?:h\b|h\d\d|:\s*\d\d)"
    r"|(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)",
    re.IGNORECASE,
)
_NO_SIDE = r"(?:(?!trước|trong|đến|hết|chậm|vào)[^,;:.()\d])*"
_PERIOD = r"(?:(?:\d+ tháng (?:đầu|cuối)|quý \w+|tháng \d+) ?/?)?(?:năm )?\d{4}"
_SUBJECTS = (
    "báo cáo|tổng kết|sơ kết|kết quả|tình hình|phương hướng|nhiệm vụ|kế hoạch|chương trình|dự toán"
    "|quyết toán|chỉ tiêu|kinh phí|vốn|ngân sách|luật"
)
_DATA = r"số liệu|thời kỳ|niên độ|mốc thời gian|thời điểm chốt"
_PAPERS = "quyết định|kế hoạch|nghị quyết|thông báo|công văn|luật|nghị định"
NO_DEADLINE = {
    "what a report or a plan is about": rf"(?:{_SUBJECTS}){_NO_SIDE}{_PERIOD}",
    "which data it holds": rf"\((?:{_DATA})[^;)]*|(?:{_DATA})[^;,)]*",
    "a window that begins in the period before": r"\((?:kể )?từ [^;)]*năm trước [^;)]*",
    "the day of a paper": rf"(?:{_PAPERS})(?: số \S+)? (?:ngày [\d/]+|năm \d+)",
    "what it is compared with": rf"(?:so với|bằng|như){_NO_SIDE}(?:[\d/]{{8,10}}|{_PERIOD})",
    "a school year, a term of office": r"(?:năm học|nhiệm kỳ)(?: [^\W\d]+)* \d{4} ?[-–] ?\d{4}",
    "a telephone, an address": r"(?:điện thoại|đt)[\d .:]+|https?://\S+",
    "a beginning that no recurring rule can say": r"từ (?:ngày )?[\d/]+(?= ?(?:đến|-))",
}
_LISTED = [re.compile(words, re.IGNORECASE) for words in NO_DEADLINE.values()]


def lost_times(wording: str) -> list[str]:
    """Return the words of time that an understood wording leaves unread for none of the reasons."""
    reading = read(wording)
    if not reading.understood:
        return []
    text = unicodedata.normalize("NFC", wording)
    listed = [match.span() for each in _LISTED for match in each.finditer(text)]
    runs = reading.unread.split(" … ")
    return [
        time[0]
        for words in runs
        for time in _TIME.finditer(words)
        if not any(
            start <= run.start() + time.start() and run.start() + time.end() <= end
            for run in re.finditer(re.escape(words), text)
            for start, end in listed
        )
    ]


@pytest.mark.parametrize("wording", sorted(WORDINGS))
def test_an_understood_wording_leaves_no_time_unread(wording: str) -> None:
    assert lost_times(wording) == []


_TIMES = (
    "trước ngày 15/6/2026", "chậm nhất ngày 20/8/2026", "30/9/2026", "ngày 01/7/2026", "tháng 9/2026",
    "trong Quý II/2026", "năm 2026", "6 tháng đầu năm 2026", "từ ngày 01/3/2026", "hằng tháng", "hằng năm",
    "trước ngày 10 hằng tháng", "ngày 25", "trước ngày 20/12", "quý III", "05 ngày kể từ ngày ký",
    "trong 30 ngày", "10 ngày sau ngày bầu cử", "sau khi họp 03 ngày làm việc", "24 giờ", "lúc 16h30",
    "trước 9 giờ", "sau khi được phê duyệt", "khi có yêu cầu", "thường xuyên",
)  # fmt: skip
_TASKS = (
    "", "hoàn thành", "báo cáo", "báo cáo kết quả", "rà soát", "tổng kết", "nhiệm vụ", "phương hướng",
    "trình UBND tỉnh", "số liệu tính đến", "kế hoạch", "khởi công", "phấn đấu", "đợt 1:", "giai đoạn",
    "theo Quyết định số 12/QĐ-UBND", "cấp xã", "đối với cấp tỉnh:",
)  # fmt: skip
_JOINED = st.sampled_from([" ", ", ", " và ", "; ", " (", ") ", ". ", ": ", " - ", " đến "])
_parts = st.tuples(st.sampled_from(_TASKS), st.sampled_from(_TIMES), _JOINED)


@given(st.lists(_parts, min_size=1, max_size=3))
def test_whatever_is_joined_leaves_no_time_unread(parts: list[tuple[str, str, str]]) -> None:
    wording = "".join(f"{task} {time}{joined}" for task, time, joined in parts).strip()
    assert lost_times(wording) == [], wording


@pytest.mark.parametrize("wording", ["15/6-20/6'2026", "từ 15/6 đến 20/6 2026"])
def test_a_beginning_that_a_rule_says_is_no_word_left_over(wording: str) -> None:
    reading = read(wording)
    assert reading.forms == ({"within": "2026-06-15..2026-06-20"},)
    assert reading.unread == ""


def test_a_beginning_that_no_rule_says_is_told() -> None:
    reading = read("từ ngày 20 đến ngày 25 hằng tháng")
    assert reading.unread == "từ ngày 20"
