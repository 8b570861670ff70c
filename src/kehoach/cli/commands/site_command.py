"""``kehoach site``."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask_to_accuse
from kehoach.cli.frame.delivery import refuse
from kehoach.cli.frame.options import Anyway, AsOf, NoGit, Rev
from kehoach.cli.frame.settings import Settings
from kehoach.run import Question
from kehoach.words import Text, captions
from kehoach.words.system_reasons import system_reason

LIST = "kehoach-site.txt"
"""The names of the pages, one a line: by it an earlier site is known, and what is no more in it."""

_OURS = re.compile(r"(agency/|item/)?[A-Za-z0-9.-]+\.html")
_FOREIGN = Text(
    "“{folder}” không trống và không phải trang đã tạo trước đây; thêm --force nếu vẫn ghi vào đó",
    "“{folder}” is neither empty nor an earlier site; add --force to write there all the same",
)
_WRITTEN = Text("đã ghi {count} trang; mở {home}", "wrote {count} {count:page|pages}; open {home}")
_Output = Annotated[Path, typer.Option("-o", "--output", metavar="DIR"), Text(
    "Ghi các trang vào thư mục này",
    "Write the pages into this folder",
)]  # fmt: skip
_Force = Annotated[bool, typer.Option("--force"), Text(
    "Ghi cả vào thư mục đã có tệp khác",
    "Write even into a folder that holds other files",
)]  # fmt: skip


def site(
    ctx: typer.Context,
    output: _Output,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    anyway: Anyway = False,
    force: _Force = False,
) -> int:
    """Write pages to look at: offline, from a file or any web server."""
    from kehoach.site.site_pages import site as pages_of  # noqa: PLC0415 - when used

    settings: Settings = ctx.obj
    if not force and _foreign(output):
        refuse(settings, _FOREIGN, folder=output)
    run = ask_to_accuse(settings, Question(as_of, git=not no_git, rev=rev), anyway=anyway)
    pages = pages_of(run, settings.lang)
    try:
        _write(output, pages)
    except OSError as trouble:
        refuse(
            settings,
            captions.CANNOT_WRITE,
            file=trouble.filename or output,
            why=system_reason(trouble),
        )
    settings.say(_WRITTEN.filled(count=len(pages), home=output / "index.html"))
    return 0


def _foreign(folder: Path) -> bool:
    """Say whether the place holds something else than an earlier site."""
    if not folder.is_dir():
        return folder.is_symlink() or folder.exists()
    return not (folder / LIST).is_file() and any(folder.iterdir())


def _write(folder: Path, pages: Mapping[str, Callable[[], str]]) -> None:
    """Write the list and the pages, and take away pages of an earlier site that are no more.

    A file is replaced, never written through: a link does not lead elsewhere.

    Raises:
        OSError: something cannot be written.
    """
    before = _listed(folder)
    for name in ("agency", "item"):
        if (folder / name).is_symlink():
            (folder / name).unlink()
        (folder / name).mkdir(parents=True, exist_ok=True)
    files = {LIST: lambda: "".join(f"{name}\n" for name in sorted(pages)), **pages}
    for name in (*files, *(before - files.keys())):
        path = folder / name
        path.unlink(missing_ok=True)
        if name in files:
            path.write_bytes(files[name]().encode())


def _listed(folder: Path) -> set[str]:
    """Return the pages that an earlier site named as its own."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return {name for name in lines if _OURS.fullmatch(name)}
