"""``kehoach site``."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli.frame.answers import ask_to_accuse
from kehoach.cli.frame.delivery import refuse
from kehoach.cli.frame.filters import OfPlans, Standpoint
from kehoach.cli.frame.folder_delivery import deliver_filled, holds_others, put
from kehoach.cli.frame.options import Anyway, Jobs
from kehoach.cli.frame.settings import Settings
from kehoach.words import Text, captions
from kehoach.words.system_reasons import system_reason

if TYPE_CHECKING:
    from kehoach.site.site_pages import Page

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
    jobs: Jobs = None,
) -> int:
    """Write pages to look at: offline, from a file or any web server."""
    from kehoach.run.by_parts.reckoning import FEW  # noqa: PLC0415 - when used
    from kehoach.run.by_parts.shares import processes  # noqa: PLC0415 - the same
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
    workers = processes(jobs) if len(run.workspace.filings) > FEW else 1
    try:
        names = _write(output, pages_of(run, settings.lang, place, workers), workers)
    except OSError as trouble:
        refuse(
            settings,
            captions.CANNOT_WRITE,
            file=trouble.filename or output,
            why=system_reason(trouble),
        )
    count = sum(name.endswith(".html") for name in names)
    settings.note(_WRITTEN.filled(count=count, home=output / "index.html"))
    return 0


def _foreign(folder: Path) -> bool:
    """Say whether the place holds something else than an earlier site."""
    if not folder.is_dir():
        return folder.is_symlink() or folder.exists()
    return not (folder / LIST).is_file() and holds_others(folder)


def _write(folder: Path, pages: "Sequence[Page]", jobs: int) -> list[str]:
    """Write the pages and the list of them, take away those of an earlier site that are no more.

    Raises:
        OSError: something cannot be written; the earlier site is as it was.
    """
    from kehoach.run.by_parts.reckoning import PartLost  # noqa: PLC0415 - when used
    from kehoach.run.by_parts.shares import in_shares  # noqa: PLC0415 - the same

    def fill(part: Path) -> list[str]:
        written = partial(_written, part)
        try:
            names = [*in_shares([pages[at::jobs] for at in range(jobs)], written)]
        except PartLost:  # here it succeeds, or tells why not
            names = [*written(pages)]
        put(part, LIST, "".join(f"{name}\n" for name in sorted(names)), lasting=False)
        return names

    return deliver_filled(folder, fill, _listed(folder))


def _written(part: Path, pages: "Sequence[Page]") -> Iterator[str]:
    """Write some pages, and yield the names of their files.

    They can be made again at any time: there is no need to wait for the disk.
    """
    return (put(part, *file, lasting=False) for page in pages for file in page())


def _listed(folder: Path) -> set[str]:
    """Return the pages that an earlier site named as its own."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return {LIST, *(name for name in lines if _OURS.fullmatch(name))}
