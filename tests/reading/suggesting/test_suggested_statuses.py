"""How far a task is, said in other words than files have: offered where it can mean one thing only."""

import pytest

from kehoach.reading.suggesting.suggestions import offered
from kehoach.words import plain_letters

STATES = "not_started | in_progress | done"
DONE = (
    "đã xong rồi", "xong hết rồi", "đã hoàn thành rồi", "đã làm xong hết", "đã hoàn thành đúng hạn",
    "hoàn thành trước hạn", "hoàn thành 100%", "đã thực hiện xong nhiệm vụ này", "đã được xử lý xong",
    "hoàn thành toàn bộ nội dung", "triển khai xong", "đã thực hiện rồi", "nhiệm vụ đã hoàn thành",
    "đã hoàn thành, quá hạn", "đạt 100 %", "đã giải quyết rồi ạ",
)  # fmt: skip
IN_PROGRESS = (
    "đang làm dở", "đang chờ Sở Y tế góp ý", "vẫn đang thực hiện", "đã và đang triển khai", "sắp xong",
    "gần hoàn thành", "cơ bản hoàn thành", "đã cơ bản hoàn thành", "hoàn thành một phần", "hoàn thành 80%",
    "80%", "mới đạt 12,5%", "khoảng 50 % khối lượng", "mới bắt đầu làm", "chưa xong hẳn",
    "vẫn chưa hoàn thành", "chưa làm xong", "chưa thực hiện xong", "còn dở dang", "chưa done",
)  # fmt: skip
NOT_STARTED = (
    "chưa làm gì", "vẫn chưa bắt đầu", "chưa triển khai được", "chưa được thực hiện", "đến nay chưa làm",
    "chưa hề thực hiện", "chưa làm gì cả",
)  # fmt: skip
OPEN = (
    "đã triển khai", "đã triển khai rồi", "không làm", "không thực hiện được", "xong chưa", "not done",
    "undone", "incomplete", "quá hạn", "chậm tiến độ", "chưa trình", "đã hoàn thành, chưa báo cáo",
    "chuyển đơn vị khác", "hoàn thành nhiệm vụ năm trước", "tạm dừng", "đã gửi",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status"),
    [
        *((words, "done") for words in DONE),
        *((words, "in_progress") for words in IN_PROGRESS),
        *((words, "not_started") for words in NOT_STARTED),
    ],
)
def test_what_can_mean_one_status_only_is_offered(words: str, status: str) -> None:
    for spelled in (words, words.upper(), f"{words}.", plain_letters(words)):
        assert offered(spelled, STATES) == status, spelled


@pytest.mark.parametrize("words", OPEN)
def test_what_leaves_it_open_is_not_guessed(words: str) -> None:
    assert offered(words, STATES) is None


@pytest.mark.parametrize("words", ["not strated", "Not-started", "unstarted"])
def test_a_slip_in_a_denial_stays_a_denial(words: str) -> None:
    assert offered(words, STATES) == "not_started"


@pytest.mark.parametrize(
    "words", ["đã được làm", "hết được rồi", "việc này", "vẫn còn", "hoàn thành"]
)
def test_a_long_value_is_looked_through_at_once(words: str) -> None:
    """Words that could be taken in two ways each made thirty of them take a minute."""
    assert offered(f"{words} " * (290 // len(words) - 3) + "x", STATES) is None
