"""``kehoach init``."""

import re
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from kehoach.cli.frame.delivery import refuse, show, write_files
from kehoach.cli.frame.options import choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.words import Text, captions
from kehoach.words.safety import one_line

# It stands in quotes, in a shell and in YAML.
_PACKAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+=~,\[\]%&?#<>! -]*")
_FORGES = ("github", "gitlab", "both")
_NAME = "Kho báo cáo thực hiện kế hoạch"
_NOT_EMPTY = Text(
    "“{folder}” không trống; chọn một thư mục mới, chưa ghi gì",
    "“{folder}” is not empty; name a new folder; nothing was written",
)
_NO_PACKAGE = Text(
    "--package {package}: viết như tham số của pip install",
    "--package {package}: write it as pip install takes it",
)
_NEXT = Text(
    """\
Đã tạo {count} tệp trong {folder}. Tiếp theo:

  cd {folder}
  kehoach check                    kiểm tra: kế hoạch và danh sách đi kèm là ví dụ
  kehoach status                   ai phải làm gì, trước ngày nào
  git init -b main
  git add -A
  git commit -m "Khởi tạo"
  kehoach new --agency so-tai-chinh --period {year}

Sửa data/plan_01.yaml và data/agencies.yaml thành của mình; README.md là hướng dẫn cho các cơ quan.
""",
    """\
Wrote {count} {count:file|files} into {folder}. Next:

  cd {folder}
  kehoach check                    the plan and the registry in it are examples
  kehoach status                   who owes what by when
  git init -b main
  git add -A
  git commit -m "Khởi tạo"
  kehoach new --agency so-tai-chinh --period {year}

Make data/plan_01.yaml and data/agencies.yaml your own; README.md is for the agencies.
""",
)
_Folder = Annotated[Path, typer.Argument(metavar="DIR"), captions.NEW_FOLDER]  # fmt: skip
_Forge = Annotated[str, choice_option(_FORGES, "--forge"), Text(
    "Lập tệp cho máy chủ git nào",
    "The forge for which files are written",
)]  # fmt: skip
_Name = Annotated[str, typer.Option(metavar="TEXT"), Text(
    "Tên kho, ghi ở đầu README",
    "The repository's name, at the top of its README",
)]  # fmt: skip
_Package = Annotated[str | None, typer.Option(metavar="SPEC"), Text(
    "CI của kho cài kehoach từ đâu (tham số của pip install); mặc định là đúng bản này",
    "What the repository's CI installs, as pip install takes it; by default this version",
)]  # fmt: skip


def init(
    ctx: typer.Context,
    folder: _Folder,
    forge: _Forge = "both",
    name: _Name = _NAME,
    package: _Package = None,
) -> int:
    """Write a data repository ready to work; git itself is left to the user."""
    from kehoach.reading.clock import VIETNAM, today  # noqa: PLC0415 - when used
    from kehoach.start.starter import FORGES, starter  # noqa: PLC0415 - when used

    settings: Settings = ctx.obj
    refuse_full(settings, folder, allowed=(".git",))
    year = today(VIETNAM).year
    if package is not None and not _PACKAGE.fullmatch(package):
        raise WrongUse(_NO_PACKAGE.filled(package=repr(package)))
    known = next(each for each in FORGES if each == forge)
    files = starter(one_line(name), year, known, package)
    write_files(settings, {folder / each: text for each, text in files.items()}, force=None)
    words = _NEXT.filled(count=len(files), folder=quote(one_line(str(folder))), year=year)
    show(words.to(settings.lang))
    return 0


def refuse_full(settings: Settings, folder: Path, *, allowed: tuple[str, ...] = ()) -> None:
    """Refuse a place that is no folder, or holds something else than what is allowed."""
    there = folder.is_symlink() or folder.exists()
    if there and not (folder.is_dir() and all(e.name in allowed for e in folder.iterdir())):
        refuse(settings, _NOT_EMPTY, folder=folder)
