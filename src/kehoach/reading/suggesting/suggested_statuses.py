"""How far a task is, in the words of whoever did not know the three that files have.

Only what can be meant is offered, and whoever sends decides: "đã triển khai" may be begun or done, "không
làm" may be given up, and of both nothing is said.
"""

import re

from kehoach.words.vietnamese import plain_letters

_WORK = "làm|thực hiện|triển khai|tiến hành|xử lý|giải quyết|tổ chức"
_END = "xong|hoàn thành|hoàn tất|done|finished|completed"
_STILL = "hiện|hiện nay|hiện tại|đến nay|vẫn|còn|cơ bản|tạm thời"
_AND_SO_ON = "rồi|cả|hết|được|gì|hẳn|ạ|nhé|việc|nhiệm vụ|này"
_ON_TIME = (
    "đúng hạn|đúng tiến độ|trước hạn|trước thời hạn|sớm|vượt tiến độ|quá hạn|trễ hạn|muộn|chậm|tốt|đầy đủ|"
    "toàn bộ|tất cả|100 %"
)
_WHAT = "việc|công việc|nhiệm vụ|nội dung|này"


def _run(words: str) -> str:
    """Return the pattern of any number of these, one behind another.

    None stands twice and none is made of others: in two ways each, thirty words would take a minute.
    """
    return rf"(?:(?:{'|'.join(dict.fromkeys(words.split('|')))}) )*"


_DENIED = re.compile(r"\b(?:chưa|chua|không|khong|not|never|no|un\w+|incomplete)\b")
_SHARE = rf"{_run(f'{_WHAT}|{_END}|{_WORK}|đã|đạt|được|khoảng|mới|trên|gần|ước')}"
_NEARLY = "sắp|gần|cơ bản|gần như|về cơ bản"
_PARTLY = "một phần|một nửa|phần lớn|dở dang|dở|cơ bản"
_DOING = _run(f"đã|mới|vừa|được|{_WORK}")
_PATTERNS = (
    ("in_progress", rf"{_run(_STILL)}chưa (?:được )?{_run(_WORK)}(?:{_END}) {_run(_AND_SO_ON)}"),
    (
        "not_started",
        rf"{_run(_STILL)}chưa {_run('hề|từng|được')}(?:{_WORK}|bắt đầu|khởi động|có gì) {_run(_AND_SO_ON)}",
    ),
    ("done", rf"{_SHARE}100 % {_run(f'{_WHAT}|{_AND_SO_ON}')}"),
    ("not_started", r"(?:đạt |mới đạt )?0 % "),
    (
        "in_progress",
        rf"{_SHARE}\d\d?(?:[.,]\d+)? % {_run(f'{_WHAT}|khối lượng|tiến độ|{_AND_SO_ON}')}",
    ),
    ("in_progress", rf"{_run(f'{_STILL}|đã và')}đang .*"),
    ("in_progress", r"(?:đã |mới |vừa )*(?:bắt đầu|khởi động) .*"),
    (
        "in_progress",
        rf"{_DOING}(?:{_NEARLY}) {_run('đã|làm|thực hiện')}(?:{_END}) {_run(_AND_SO_ON)}",
    ),
    ("in_progress", rf"{_run('đã|mới|được')}(?:{_WORK}|{_END}) (?:được )?(?:{_PARTLY}) "),
    ("in_progress", r"(?:còn |làm )?(?:dở|dở dang) "),
    (
        "done",
        (
            rf"{_run(f'{_WHAT}|đã|vừa|mới|được|{_WORK}|{_AND_SO_ON}|{_ON_TIME}')}(?:{_END}) "
            rf"{_run(f'{_WHAT}|đã|{_END}|{_AND_SO_ON}|{_ON_TIME}')}"
        ),
    ),
    (
        "done",
        (
            rf"{_run(f'{_WHAT}|đã|được')}(?:làm|thực hiện|xử lý|giải quyết) (?:hết |đầy đủ |toàn bộ )?"
            rf"{_run('rồi|ạ')}"
        ),
    ),
)
"""What a status is called: the first that fits the whole, each word with a space behind it."""
_ACCENTED = [(status, re.compile(pattern)) for status, pattern in _PATTERNS]
_BARE = [(status, re.compile(plain_letters(pattern))) for status, pattern in _PATTERNS]


def suggested_status(words: str) -> str | None:
    """Return the status that casefolded words can only mean; ``None`` where they leave it open."""
    told = " ".join(re.findall(r"\d+[.,]\d+|\w+|%", words)) + " "
    patterns = _BARE if told.isascii() else _ACCENTED
    return next((status for status, pattern in patterns if pattern.fullmatch(told)), None)


def denies(words: str) -> bool:
    """Say whether words deny something: the likeness of "not done" to "done" says nothing."""
    return _DENIED.search(words.replace("_", " ")) is not None
