"""``kehoach site``."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask_to_accuse
from kehoach.cli.frame.delivery import refuse
from kehoach.cli.frame.filters import OfPlans, Standpoint
from kehoach.cli.frame.folder_delivery import deliver_folder, holds_others
from kehoach.cli.frame.options import Anyway
from kehoach.cli.frame.settings import Settings
from kehoach.words import Text, captions
from kehoach.words.system_reasons import system_reason

LIST = "kehoach-site.txt"
"""The names of the pages, one a line: by it an earlier site is known, and what is no more in it."""

_OURS = re.compile(r"([a-z]+/)?[A-Za-z0-9][A-Za-z0-9.-]*\.(html|csv)")
_FOREIGN = Text(
    "“{folder}” không trống và không phải trang đã tạo trước đây; thêm --force nếu vẫn ghi vào đó",
    "“{folder}” is neither empty nor an earlier site; add --force to write there all the same",
)
_WRITTEN = Text("đã ghi {count} trang; mở {home}", "wrote {count} {count:page|pages}; open {home}")
_Output = Annotated[Path, typer.Option("-o", "--output", metavar="DIR"), Text(
    "Ghi các trang vào thư mục này",
    "Write the pages into this folder",
)]  # fmt: skip
_Forge = Annotated[str | None, typer.Option("--forge", metavar="URL"), Text(
    "Địa chỉ kho dữ liệu trên GitHub, GitLab, Gitea hay Forgejo: biểu mẫu mở được trang tạo tệp ở đó",
    "The data's repository on GitHub, GitLab, Gitea or Forgejo: forms can open its page for a new file",
)]  # fmt: skip
_Force = Annotated[bool, typer.Option("--force"), Text(
    "Ghi cả vào thư mục đã có tệp khác",
    "Write even into a folder that holds other files",
)]  # fmt: skip


def site(
    ctx: typer.Context,
    output: _Output,
    standpoint: Standpoint,
    asked: OfPlans,
    anyway: Anyway = False,
    forge: _Forge = None,
    force: _Force = False,
) -> int:
    """Write pages to look at: offline, from a file or any web server."""
    from kehoach.site.form.forges import UnknownForgeError, forge_at  # noqa: PLC0415 - when used
    from kehoach.site.site_pages import site as pages_of  # noqa: PLC0415 - the same

    settings: Settings = ctx.obj
    if not force and _foreign(output):
        refuse(settings, _FOREIGN, folder=output)
    try:
        place = forge_at(forge) if forge else None
    except UnknownForgeError as trouble:
        refuse(settings, trouble.text)
    run = ask_to_accuse(settings, asked.question(standpoint), anyway=anyway)
    try:
        names = _write(output, pages_of(run, settings.lang, place))
    except OSError as trouble:
        refuse(
            settings,
            captions.CANNOT_WRITE,
            file=trouble.filename or output,
            why=system_reason(trouble),
        )
    pages = sum(name.endswith(".html") for name in names)
    settings.note(_WRITTEN.filled(count=pages, home=output / "index.html"))
    return 0


def _foreign(folder: Path) -> bool:
    """Say whether the place holds something else than an earlier site."""
    if not folder.is_dir():
        return folder.is_symlink() or folder.exists()
    return not (folder / LIST).is_file() and holds_others(folder)


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> list[str]:
    """Write the files and the list of them, take away those of an earlier site that are no more.

    Raises:
        OSError: something cannot be written; the earlier site is as it was.
    """
    before: set[str] = _listed(folder)
    names: list[str] = []

    def listed() -> Iterator[tuple[str, str]]:
        for name, text in files:
            names.append(name)
            yield name, text
        yield LIST, "".join(f"{name}\n" for name in sorted(names))

    # Pages can be made again at any time: there is no need to wait for the disk.
    return deliver_folder(folder, listed(), before, lasting=False)


def _listed(folder: Path) -> set[str]:
    """Return the pages that an earlier site named as its own."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return {LIST, *(name for name in lines if _OURS.fullmatch(name))}
