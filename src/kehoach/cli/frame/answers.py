"""From settings and a question to a run, or to the one line that says why there is none."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import typer

from kehoach.api import Data, shown_prefix
from kehoach.cli.frame.lines_told import columns, tell_line
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.diagnostics import Finding
from kehoach.reading.cache.kept_contents import KeptContents
from kehoach.reading.folder import DataFolder, find_data_folder
from kehoach.reading.folder_place import NoDataFolder
from kehoach.reading.positions import Located, Positions
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.workspace_reading import Unusable
from kehoach.reading.yaml_files.yaml_text import Refused
from kehoach.run import Account, Question, Reckoned, Run, WrongQuestion
from kehoach.terminal.screen import Screen
from kehoach.words import Text, captions

A = TypeVar("A", bound=Account)
_NO_FOLDER = Text(
    "không thấy thư mục dữ liệu (có plan_*.yaml) từ {where} trở lên; chỉ bằng --data THƯ_MỤC",
    "no data folder (with plan_*.yaml) from {where} upward; name it by --data DIR",
)
NO_SUCH_FOLDER = Text("“{where}” không phải là thư mục", "“{where}” is no folder")
_MISSING = Text("{path}: không có", "{path} does not exist")
_OUTSIDE = Text("{path}: ngoài {folder}/", "{path} lies outside {folder}/")
_REV_WITHOUT_GIT = Text(
    "--rev đọc tệp từ git, nên không đi cùng --no-git",
    "--rev reads the files from git, and cannot go with --no-git",
)
_UNUSABLE = Text(
    "không đọc được kế hoạch hoặc danh sách cơ quan; sửa các lỗi trên rồi chạy lại",
    "the plan or the registry cannot be read; mend the errors above and run again",
)
_READ = Text("đã đọc {folder}, bản git: {head}, tính đến hết {day}",
             "read {folder}, git: {head}, as of the end of {day}")  # fmt: skip
_NOT_COUNTED = Text(
    "tệp của cơ quan theo dõi còn lỗi nêu trên nên chưa lập: sửa rồi chạy lại, hoặc thêm --anyway",
    "not made, since the office's own files hold the errors above: mend them, or add --anyway",
)


def open_folder(settings: Settings) -> tuple[DataFolder, str]:
    """Return the data folder and the prefix by which its files are shown.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    if settings.trace:
        settings.trace.opens(settings.data)
    try:
        folder = find_data_folder(settings.data, Path.cwd())
    except NoDataFolder as missing:
        told = _NO_FOLDER if settings.data is None else NO_SUCH_FOLDER
        settings.say(told.filled(where=missing))
        raise typer.Exit(2) from None
    if settings.trace:
        kept = KeptContents(settings.trace.shelf, str(folder.root.resolve()))
        folder = replace(folder, kept=kept)
    return folder, shown_prefix(folder.root)


def standing_file(settings: Settings, folder: DataFolder, prefix: str, name: str) -> bytes | None:
    """Return the bytes of a file of the office's that is to be written anew, if it is there.

    Raises:
        typer.Exit: with 2, once it has been said why they cannot be read.
    """
    try:
        return folder.read(name) if folder.exists(name) else None
    except Refused as refused:
        tell(settings, folder, prefix, (refused.finding,))
        raise typer.Exit(2) from None


def ask(settings: Settings, question: Question, since: str | None = None) -> Run:
    """Return the run that answers a question; with ``since``, only what a change brought.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    if since is None:
        return _asked(settings, question, Data.ask)
    return _asked(settings, question, partial(Data.ask_since, revision=since), since)


def ask_if(settings: Settings, question: Question, name: str, content: bytes) -> Run:
    """Return the run that answers a question as if a file of the data folder held these bytes.

    Raises:
        typer.Exit: as ``ask``.
    """
    from kehoach.reading.altered_folder import (  # noqa: PLC0415 - for commands that write only
        AlteredFolder,
    )

    def answering(data: Data, asked: Question) -> Run:
        there = data.folder
        altered = AlteredFolder(there.root, kept=there.kept, altered=name, content=content)
        return replace(data, folder=altered).ask(asked)

    return _asked(settings, question, answering)


def ask_for_account(settings: Settings, question: Question, jobs: int | None) -> Account:
    """Return where the plans stand, reckoned by ``jobs`` processes.

    Raises:
        typer.Exit: as ``ask``.
    """
    return _asked(settings, question, partial(Data.account, jobs=jobs))


def ask_making(
    settings: Settings, question: Question, making: Callable[[Run], Any], jobs: int | None
) -> Reckoned:
    """Return the same with what is made of each part of the data, in the process that judges it.

    Raises:
        typer.Exit: as ``ask``.
    """
    made: list[Any] = []

    def answering(data: Data, asked: Question) -> Account:
        found = data.account_making(asked, making, jobs)
        made.extend(found.made)
        return found.account

    return Reckoned(_asked(settings, question, answering), made)


def _asked(
    settings: Settings,
    question: Question,
    answering: Callable[[Data, Question], A],
    since: str | None = None,
) -> A:
    """Return what answers a question, or say in one line why nothing does."""
    if question.rev is not None and not question.git:
        settings.say(_REV_WITHOUT_GIT)
        raise typer.Exit(2)
    folder, prefix = open_folder(settings)
    if settings.trace:
        settings.trace.looks_up(question.rev, since)
    try:
        found = answering(Data(folder, prefix), question)
    except (WrongQuestion, GitTrouble) as trouble:
        settings.say(trouble.text)
    except Unusable as unusable:
        tell(settings, folder, prefix, unusable.findings)
        settings.say(_UNUSABLE)
    else:
        _tell_what_was_read(settings, folder, found)
        if settings.trace:
            settings.trace.goes_by_days(plan.timezone for plan in found.plans)
        return found
    raise typer.Exit(2)


def _tell_what_was_read(settings: Settings, folder: DataFolder, found: Account) -> None:
    """Say what an answer rests on, where that is asked for."""
    if settings.verbose:
        git = found.repository
        head = git.head if git and git.head else captions.NONE.to(settings.lang)
        settings.say(_READ.filled(folder=folder.root, head=head, day=found.as_of.isoformat()))


def ask_to_accuse(settings: Settings, question: Question, *, anyway: bool) -> Run:
    """Return the run for what accuses somebody: a letter, the pages, a consolidated report.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    run = ask(settings, question)
    refuse_to_accuse(settings, run, anyway=anyway)
    return run


def refuse_to_accuse(settings: Settings, run: Account, *, anyway: bool) -> None:
    """Refuse what accuses somebody where the office's own files hold errors.

    What the office itself wrote wrongly may be why somebody looks late: it is mended first, or the
    answer made ``anyway``, and says so.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    if run.uncounted and not anyway:
        found = run.located(run.uncounted)
        tell_findings(settings, found, run.shown_file)
        settings.say(_NOT_COUNTED)
        raise typer.Exit(2)


def names_in_folder(settings: Settings, paths: list[Path]) -> frozenset[str]:
    """Return the names within the data folder of files or folders given from here.

    Where the whole folder is given there is nothing to restrict, and no name is returned.

    Raises:
        WrongUse: one does not exist, or lies outside the data folder.
    """
    if settings.trace and paths:
        settings.trace.goes_beyond()  # a path may lead through anything
    root = open_folder(settings)[0].root.resolve()
    for path in paths:
        if not path.exists():
            raise WrongUse(_MISSING.filled(path=path))
        if not path.resolve().is_relative_to(root):
            raise WrongUse(_OUTSIDE.filled(path=path, folder=root.name))
    names = frozenset(path.resolve().relative_to(root).as_posix() for path in paths)
    return frozenset() if "." in names else names


def tell(
    settings: Settings, folder: DataFolder, prefix: str, findings: tuple[Finding, ...]
) -> None:
    """Print findings to standard error."""
    located = Positions(folder.text).located(findings)
    tell_findings(settings, located, lambda file: f"{prefix}{file}")


def tell_findings(
    settings: Settings, found: Iterable[Located], shown: Callable[[str], str]
) -> None:
    """Print findings to standard error, their files ``shown`` as they are called from here."""
    from kehoach.terminal.findings import finding_lines  # noqa: PLC0415 - rarely needed

    for line in finding_lines(found, shown, settings.lang, columns()):
        tell_line(line)


def screen(settings: Settings, everything: bool = False) -> Screen:
    """Return the screen that standard output is; off a terminal every row is shown."""
    width = settings.width()
    return Screen(width, settings.colored(), settings.lang, everything)
