"""``kehoach check --fix``: what is certain is put right, shown as a diff first."""

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import typer

from kehoach.cli.frame.answers import names_in_folder, open_folder
from kehoach.cli.frame.delivery import rewrite, show
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.contract.editor_schema import MODELS
from kehoach.filing.mending.mended_file import mended
from kehoach.model import file_names
from kehoach.reading.folder import DataFolder
from kehoach.reading.yaml_files.yaml_text import Refused
from kehoach.words import Lang, Text
from kehoach.words.safety import no_command, printable, unobeyed

_FILES_HERE = Text(
    "sửa các tệp đang có ở đây, nên không đi cùng {others}",
    "mends the files that lie here, and cannot go with {others}",
)
_NOTHING = Text("không có gì chắc chắn để tự sửa", "there is nothing that is certain to be mended")
_TO_WRITE = Text(
    "chưa ghi gì: {count} tệp sửa được như trên; thêm --yes để ghi",
    "nothing was written: {count} {count:file|files} can be mended as shown; write them by --yes",
)
_WRITTEN = Text("đã sửa {count} tệp", "mended {count} {count:file|files}")
_ASK = Text("Ghi {count} tệp như trên?", "Write {count} {count:file|files} as shown?")
_SIGNS = Text(
    "  (bỏ dấu BOM, thống nhất cách ngắt dòng hoặc chữ dựng sẵn: nhìn không thấy khác)",
    "  (byte order mark, line ends or composed letters: nothing that can be seen)",
)


class Mend(NamedTuple):
    """A file that can be mended: its path, and its bytes before and after."""

    path: Path
    shown: str
    before: bytes
    after: bytes


def mend_files(settings: Settings, paths: list[Path] | None, *, yes: bool, elsewhere: bool) -> bool:
    """Show what can be mended of the files asked for (none: all), and write it if that is wanted.

    Return whether all that could be mended was written.

    Raises:
        WrongUse: it was asked for with what looks ``elsewhere`` than at these files.
    """
    if elsewhere:
        raise WrongUse(_FILES_HERE.filled(others="--rev, --since, --baseline, -"), "--fix")
    names = names_in_folder(settings, paths or [])
    folder, prefix = open_folder(settings)
    found = [each for each in _mends(folder, prefix) if _asked(each, prefix, names)]
    for each in found:
        show(_diff(each, settings.lang))
    if not found:
        settings.note(_NOTHING)
        return True
    if not yes and not _confirmed(settings, len(found)):
        settings.say(_TO_WRITE.filled(count=len(found)))
        return False
    for each in found:
        rewrite(settings, each.path, each.before, each.after)
    settings.note(_WRITTEN.filled(count=len(found)))
    return True


def _asked(mend: Mend, prefix: str, names: frozenset[str]) -> bool:
    name = mend.shown.removeprefix(prefix)
    return not names or name in names or any(name.startswith(f"{each}/") for each in names)


def _confirmed(settings: Settings, count: int) -> bool:
    """Ask on a terminal; elsewhere nobody could answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return typer.confirm(_ASK.to(settings.lang, count=count), err=True)


def _mends(folder: DataFolder, prefix: str) -> Iterator[Mend]:
    """Yield the files of the folder in which something is certain; links lead elsewhere and stay."""
    for name, kind in _kinds(folder):
        path = folder.root / name
        if path.is_symlink():
            continue
        try:
            before = folder.read(name)
        except Refused:
            continue
        after = mended(before, name, MODELS[kind])
        if after != before:
            yield Mend(path, f"{prefix}{name}", before, after)


def _kinds(folder: DataFolder) -> Iterator[tuple[str, str]]:
    """Yield the files that are read, each with its kind."""
    for name in folder.names():
        if file_names.is_plan(name):
            yield name, "plan"
        elif name in file_names.OFFICE_FILES:
            yield name, name.removesuffix(".yaml")
    for filed in folder.submissions():
        if isinstance(filed, str) and file_names.is_read(filed):
            yield filed, "submission"


def _diff(mend: Mend, lang: Lang) -> str:
    """Return what is mended of a file, line by line; what does not print is shown by a sign."""
    before, after = (each.decode("utf-8-sig").splitlines() for each in (mend.before, mend.after))
    lines = [*unified_diff(before, after, mend.shown, mend.shown, n=1, lineterm="")]
    head = lines[:2] or [f"--- {mend.shown}"]
    told = [
        *map(_seen, head),
        *(no_command(_seen(line)) for line in lines[2:] or [_SIGNS.to(lang)]),
    ]
    return "".join(f"{line}\n" for line in told)


def _seen(line: str) -> str:
    """Return a line in which strange spaces are seen."""
    shown = line.replace("\t", "→").replace("\xa0", "·").replace("\ufeff", "·")
    return unobeyed(printable(shown))
