"""``kehoach init``."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli.frame.delivery import refuse, show, write_files
from kehoach.cli.frame.folder_delivery import holds_others
from kehoach.cli.frame.options import choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.words import Text, captions
from kehoach.words.safety import one_line
from kehoach.words.system_reasons import system_reason

if TYPE_CHECKING:
    from kehoach.start.package_source import PackageSource

_FORGES = ("github", "gitlab", "forgejo", "both", "none")
_NAME = Text("Kho báo cáo thực hiện kế hoạch", "Reports on the plan")
_NOT_EMPTY = Text(
    "“{folder}” không trống; chọn một thư mục mới, chưa ghi gì",
    "“{folder}” is not empty; name a new folder; nothing was written",
)
_NO_PACKAGE = Text(
    "--package {package}: cần một tệp .whl của kehoach, git+https://…@<commit đủ 40 ký tự>, "
    "https://….whl#sha256=…, hoặc tên==phiên bản",
    "--package {package}: give a wheel of kehoach (.whl), git+https://…@<commit of 40 digits>, "
    "https://….whl#sha256=…, or name==version",
)
_NOT_INSTALLED = Text(
    "chương trình này không được cài bằng pip nên không tự đóng gói được: thêm --package",
    "this program was not installed by pip and cannot be packed: add --package",
)
_NEXT = Text(
    """\
Đã tạo {count} tệp trong {folder}.
{source}.

Tiếp theo:

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
Wrote {count} {count:file|files} into {folder}.
{source}.

Next:

  cd {folder}
  kehoach check                    the plan and the registry in it are examples
  kehoach status                   who owes what by when
  git init -b main
  git add -A
  git commit -m "Begin"
  kehoach new --agency so-tai-chinh --period {year}

Make data/plan_01.yaml and data/agencies.yaml your own; README.md is for the agencies.
""",
)
_Folder = Annotated[Path, typer.Argument(metavar="DIR"), captions.NEW_FOLDER]  # fmt: skip
_Forge = Annotated[str, choice_option(_FORGES, "--forge"), Text(
    "Lập tệp cho máy chủ git nào",
    "The forge for which files are written",
)]  # fmt: skip
_Name = Annotated[str | None, typer.Option(metavar="TEXT"), Text(
    "Tên kho, ghi ở đầu README",
    "The repository's name, at the top of its README",
)]  # fmt: skip
_Package = Annotated[str | None, typer.Option(metavar="SPEC"), Text(
    "CI của kho cài kehoach từ đâu: tệp .whl, git+https://…@<commit>, https://….whl#sha256=…, "
    "tên==phiên bản; mặc định là chính bản này, đóng gói vào kho",
    "From where the repository's CI installs kehoach: a wheel (.whl), git+https://…@<commit>, "
    "https://….whl#sha256=…, name==version; by default this very program, kept in the repository",
)]  # fmt: skip


def init(
    ctx: typer.Context,
    folder: _Folder,
    forge: _Forge = "both",
    name: _Name = None,
    package: _Package = None,
) -> int:
    """Write a data repository ready to work; git itself is left to the user."""
    from kehoach.reading.clock import VIETNAM, today  # noqa: PLC0415 - when used
    from kehoach.start.starter import FORGES, starter  # noqa: PLC0415 - when used

    settings: Settings = ctx.obj
    refuse_full(settings, folder, allowed=(".git",))
    year = today(VIETNAM).year
    source = _source(settings, package)
    known = next(each for each in FORGES if each == forge)
    title = one_line(_NAME.to(settings.lang) if name is None else name)
    files: dict[str, str | bytes] = {**starter(title, year, source, known, settings.lang)}
    files |= source.files
    write_files(settings, {folder / each: made for each, made in files.items()}, force=None)
    words = _NEXT.filled(
        count=len(files), folder=quote(one_line(str(folder))), year=year, source=source.said
    )
    show(words.to(settings.lang))
    return 0


def _source(settings: Settings, package: str | None) -> "PackageSource":
    """Return from where CI installs, or refuse what is not pinned."""
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415 - when used

    from kehoach.start.package_source import NoSuchPackage, package_source  # noqa: PLC0415 - the same

    try:
        return package_source(package)
    except NoSuchPackage:
        raise WrongUse(_NO_PACKAGE.filled(package=repr(package))) from None
    except PackageNotFoundError:
        raise WrongUse(_NOT_INSTALLED) from None
    except OSError as error:
        refuse(settings, captions.CANNOT_READ, file=package, why=system_reason(error))


def refuse_full(settings: Settings, folder: Path, *, allowed: tuple[str, ...] = ()) -> None:
    """Refuse a place that is no folder, or holds something else than what is allowed."""
    there = folder.is_symlink() or folder.exists()
    if there and not (folder.is_dir() and not holds_others(folder, allowed)):
        refuse(settings, _NOT_EMPTY, folder=folder)
