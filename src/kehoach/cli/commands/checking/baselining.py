"""``kehoach check --baseline``: what is wrong already is written into ``checks.yaml``."""

from pathlib import Path

from kehoach.cli.frame.answers import open_folder, standing_file
from kehoach.cli.frame.delivery import refuse, rewrite, show
from kehoach.cli.frame.settings import Settings
from kehoach.filing.yaml_insertion import CannotInsert
from kehoach.model import file_names
from kehoach.review.baseline import NewBaseline, new_baseline
from kehoach.run import Account
from kehoach.words import Text

_NAME = file_names.CHECKS
_BEGUN = Text(
    "Đã ghi {count} phát hiện có từ trước vào {file}; từ nay chỉ điều mới mới được báo",
    "Wrote {count} {count:finding|findings} into {file} as there before; only what is new is told",
)
_SHRUNK = Text(
    "Đã bỏ khỏi {file} {count} phát hiện nay không còn",
    "Took out of {file} {count} {count:finding|findings} that {count:is|are} there no more",
)
_SAME = Text(
    "{file} không đổi: mọi điều có từ trước vẫn còn; điều mới không được thêm vào",
    "{file} stays as it is: all that was there before is there still, and nothing new is added",
)
_MORE = Text(
    "{count} phát hiện không thuộc danh sách ấy vì không bỏ qua được (kehoach check)",
    "{count} {count:finding|findings} {count:is|are} not in it: nothing may pass them over (kehoach check)",
)
_CANNOT = Text(
    "không sửa được {file}: tệp còn lỗi, hoặc viết không theo từng dòng; sửa rồi chạy lại",
    "cannot change {file}: it holds errors, or is not written line by line; mend it and run again",
)


def write_baseline(settings: Settings, run: Account) -> int:
    """Write the baseline down, or take out of it what is no longer found; say which."""
    folder, prefix = open_folder(settings)
    shown = f"{prefix}{_NAME}"
    raw = standing_file(settings, folder, prefix, _NAME)
    made = _made(run, raw)
    if made is None:
        refuse(settings, _CANNOT, file=shown)
    if made.content == raw:
        show(f"{_SAME.to(settings.lang, file=shown)}\n")
        return 0
    rewrite(settings, Path(prefix or ".") / _NAME, raw, made.content)
    told, count = (_SHRUNK, made.taken) if made.taken else (_BEGUN, made.added)
    show(f"{told.to(settings.lang, count=count, file=shown)}\n")
    more = sum(1 for _ in run.wrong) - made.added
    if more and not made.taken:
        settings.note(_MORE.filled(count=more))
    return 0


def _made(run: Account, raw: bytes | None) -> NewBaseline | None:
    """Return the file as it is to be; ``None`` where it holds errors, or is written too unusually."""
    if (raw is not None and run.workspace.settings is None) or _NAME in run.workspace.lost:
        return None
    try:
        return new_baseline(raw, run)
    except CannotInsert:
        return None
