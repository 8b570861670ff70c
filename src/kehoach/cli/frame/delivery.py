"""From what was made to a file or to standard output; nothing that exists is lost unasked."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import NamedTuple, NoReturn

import typer

from kehoach.cli.frame.folder_delivery import deliver_folder, restore
from kehoach.cli.frame.half_made import half_made, keep_rights
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.waiting import waited
from kehoach.reading.folder import ChangedMeanwhile
from kehoach.words import Text, captions
from kehoach.words.system_reasons import system_reason

Made = str | bytes | Iterator[str] | Iterator[bytes]
"""What was made: whole, or written as it is made."""

_FEW = 3
_WRITABLE = 0o222
_THERE = Text(
    "đã có {names}; thêm --force để ghi đè, chưa ghi gì",
    "there already: {names}; overwrite with --force; nothing was written",
)
_KEPT = Text("đã có {names}; chưa ghi gì", "there already: {names}; nothing was written")
_SUFFIX = Text(
    "lệnh này không viết được tệp {name}; đặt tên tệp đuôi {fitting}",
    "this does not write {name} files; end the name in {fitting}",
)
# Names that programs open by; any other ending promises nothing.
_SUFFIXES = {
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".xlsm", ".ods", ".ppt", ".pptx",
    ".html", ".htm", ".md", ".txt", ".csv", ".tsv", ".ics", ".json", ".parquet", ".eml", ".yaml",
    ".yml", ".zip",
}  # fmt: skip
_BACKWARD = Text("--from {first} sau --to {last}", "--from {first} is after --to {last}")
UNSHOWN = Text("không ghi được kết quả: {why}", "cannot write the result: {why}")
_LINKED = Text("là một liên kết", "it is a link")
_READ_ONLY = Text("tệp chỉ cho đọc", "it is read-only")
_CLOSED = Text("thư mục chỉ cho đọc", "its folder is read-only")
_LACKING = Text(
    "{what} cần thêm thư viện: pip install {libraries}",
    "{what} needs a further library: pip install {libraries}",
)
# By their own names: this program's name on an index may be anybody's.
LIBRARIES = {
    "excel": "xlsxwriter", "calendar": "icalendar", "parquet": "pyarrow", "portfolio": "distributed",
    "word": "python-docx", "import": "openpyxl pdfplumber",
}  # fmt: skip
_NOT_SHOWN = Text(
    "{what} không phải văn bản để in ra màn hình; ghi ra tệp bằng -o TỆP",
    "{what} is no text for a terminal; write it to a file by -o FILE",
)


class Rewriting(NamedTuple):
    """A file, what it holds (``None``: it is still to be made) and what it shall hold."""

    path: Path
    raw: bytes | None
    content: bytes


def refuse(settings: Settings, text: Text, **values: object) -> NoReturn:
    """Say in one line why not, and leave with 2; what is filled in already may hold braces of others."""
    settings.say(text.filled(**values) if values else text)
    raise typer.Exit(2)


def refuse_backward(settings: Settings, first: date | None, last: date | None) -> None:
    """Refuse days that end before they begin; where one is not given nothing is refused."""
    if first and last and last < first:
        refuse(settings, _BACKWARD, first=first, last=last)


def refuse_without(settings: Settings, package: str, extra: str, what: str) -> None:
    """Refuse what needs a package that only an extra of this program brings."""
    if find_spec(package) is None:
        refuse(settings, _LACKING, what=what, libraries=LIBRARIES[extra])


def refuse_terminal(settings: Settings, output: Path | None, what: str) -> None:
    """Refuse to pour bytes onto a terminal."""
    if output is None and sys.stdout.isatty():
        refuse(settings, _NOT_SHOWN, what=what)


def refuse_suffix(settings: Settings, output: Path | None, *fitting: str) -> None:
    """Refuse a file whose name promises another kind of content than it would get."""
    if output is not None and output.suffix.lower() in _SUFFIXES - set(fitting):
        refuse(settings, _SUFFIX, name=output.suffix, fitting=", ".join(fitting))


def refuse_existing(settings: Settings, *paths: Path, force: bool | None = False) -> None:
    """Refuse where a file exists that may not be overwritten; ``force`` None: there is no way to."""
    there = [path for path in paths if path.is_symlink() or path.exists()]
    if there and not force:
        names = ", ".join(f"“{path}”" for path in there[:_FEW]) + " …" * (len(there) > _FEW)
        refuse(settings, _KEPT if force is None else _THERE, names=names)


def write_files(
    settings: Settings, files: Mapping[Path, str | bytes], *, force: bool | None = False
) -> None:
    """Write all files or none, in folders made for them; none where one may not be overwritten."""
    if not files:
        return
    folder = Path(os.path.commonpath([path.parent for path in files]))
    restore(folder)
    refuse_existing(settings, *files, force=force)
    _goes_beyond(settings)
    try:
        if len(files) > 1:
            named = {path.relative_to(folder).as_posix(): each for path, each in files.items()}
            gone = tuple(named) if force else ()
            deliver_folder(folder, named.items(), gone, replace=bool(force))
            return
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        file = trouble.filename or folder
        refuse(settings, captions.CANNOT_WRITE, file=file, why=system_reason(trouble))
    for path, content in files.items():
        _write(settings, path, content, force=force)


def rewrite(settings: Settings, path: Path, before: bytes | None, after: bytes) -> None:
    """Put other bytes in the place of those that a file was read to hold; ``None``: it was not there.

    Refused where it holds others by now, is a link, or may not be written.
    """
    refuse_unwritable(settings, path, before)
    if before is None:
        write_files(settings, {path: after}, force=None)
        return
    _goes_beyond(settings)
    _write(settings, path, after, force=True)


def refuse_unwritable(settings: Settings, path: Path, before: bytes | None) -> None:
    """Refuse what ``rewrite`` would, before anything else is written that belongs to it."""
    if before is None:
        refuse_existing(settings, path, force=None)
    try:
        if not _may_change(path.parent):
            refuse(settings, captions.CANNOT_WRITE, file=path, why=_CLOSED)
        if before is not None:
            _refuse_changed(settings, path, before)
    except OSError as trouble:
        refuse(settings, captions.CANNOT_WRITE, file=path, why=system_reason(trouble))


def _refuse_changed(settings: Settings, path: Path, before: bytes) -> None:
    """Refuse a link, what is read-only, and what holds others than the bytes it was read to hold."""
    if path.is_symlink():
        refuse(settings, captions.CANNOT_WRITE, file=path, why=_LINKED)
    if not _may_change(path):
        refuse(settings, captions.CANNOT_WRITE, file=path, why=_READ_ONLY)
    if path.read_bytes() != before:
        raise ChangedMeanwhile(str(path))


def _may_change(path: Path) -> bool:
    """Say whether a file, or what is in a folder, may be written, by whomever it is run."""
    return bool(path.stat().st_mode & _WRITABLE) and os.access(path, os.W_OK)


def _goes_beyond(settings: Settings) -> None:
    """Note that a file is written: the next run has to write it again."""
    if settings.trace:
        settings.trace.goes_beyond()


def _write(settings: Settings, path: Path, made: Made, *, force: bool | None) -> None:
    """Write one file, whole or not at all; it is replaced, never written through a link.

    What is written as it is made stands under another name beside it until it is whole.
    """
    try:
        with half_made(path, lambda part: part.touch(exist_ok=False)) as part:
            with part.open("wb") as file:
                file.writelines(map(_bytes, _pieces(made)))
                file.flush()
                os.fsync(file.fileno())
            if force:
                _replace(settings, part, path)
            else:
                _put(part, path)
    except FileExistsError:
        refuse(settings, _KEPT if force is None else _THERE, names=f"“{path}”")
    except OSError as trouble:
        refuse(settings, captions.CANNOT_WRITE, file=path, why=system_reason(trouble))


def _replace(settings: Settings, part: Path, path: Path) -> None:
    """Put a file in the place of another; what is no file, a device say, stays what it is."""
    with suppress(FileNotFoundError):
        kind = path.lstat().st_mode
        if not (S_ISREG(kind) or S_ISLNK(kind)):
            refuse(settings, captions.CANNOT_WRITE, file=path, why=captions.NO_REGULAR_FILE)
    keep_rights(part, path)
    part.replace(path)


def _put(part: Path, path: Path) -> None:
    """Give a file its name, whole from its first moment on.

    Raises:
        FileExistsError: somebody has taken the name meanwhile.
    """
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        path.open("xb").close()
        part.replace(path)


def _pieces(made: Made) -> Iterator[str | bytes]:
    """Return what was made piece by piece."""
    return iter((made,)) if isinstance(made, str | bytes) else made


def _bytes(piece: str | bytes) -> bytes:
    return piece if isinstance(piece, bytes) else piece.encode()


def deliver(
    settings: Settings, made: Made, output: Path | None, *, force: bool | None = False
) -> None:
    """Write the result into the file, or to standard output."""
    if output is not None:
        refuse_existing(settings, output, force=force)
        _goes_beyond(settings)
        _write(settings, output, made, force=force)
    else:
        show(made)


def leave_stdout() -> None:
    """Let what is still to be flushed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show(made: Made) -> None:
    """Print a result; that its reader has gone meanwhile (``| head``) is no mistake."""
    waited()
    try:
        for piece in _pieces(made):
            if isinstance(piece, str):
                sys.stdout.write(piece)
            else:
                sys.stdout.flush()
                sys.stdout.buffer.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        leave_stdout()  # its reader has gone
