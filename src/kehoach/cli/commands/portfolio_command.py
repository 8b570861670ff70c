"""``kehoach portfolio``."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import screen, tell
from kehoach.cli.frame.delivery import (
    deliver,
    refuse,
    refuse_existing,
    refuse_suffix,
    refuse_terminal,
    refuse_without,
)
from kehoach.cli.frame.failing import FAIL_ON, fail_on_option
from kehoach.cli.frame.options import All, AsOf, Force, Jobs, Output, choice_option, divided
from kehoach.cli.frame.settings import Settings
from kehoach.model import file_names
from kehoach.portfolio.judged import Judging, outcomes
from kehoach.portfolio.members import Member, called_alike, listed_members, named_members
from kehoach.portfolio.merging import Merged, merged
from kehoach.portfolio.outcome import Outcome
from kehoach.portfolio.portfolio_formats import PORTFOLIO_FORMATS
from kehoach.reading.clock import VIETNAM, today
from kehoach.reading.folder import DataFolder
from kehoach.reading.portfolio_reading import read_portfolio
from kehoach.reading.workspace_reading import Unusable
from kehoach.run.by_parts.shares import machine_cores
from kehoach.words import Text
from kehoach.words.statuses import Status

_SECONDS = 600
_FITTING = {
    "table": (".txt",), "markdown": (".md", ".txt"), "json": (".json",), "html": (".html", ".htm"),
    "parquet": (".parquet",),
}  # fmt: skip
_BY_ENDING = {ending: name for name, endings in _FITTING.items() for ending in endings}
_FAILED, _OUTDATED = "failed", "outdated"
_ALIKE = Text(
    "nhiều kho cùng có mã “{ids}”: ghi vào một tệp danh sách, mỗi kho một mã (kehoach schema portfolio)",
    "several repositories are called “{ids}”: list them in a file, each with an id of its own "
    "(kehoach schema portfolio)",
)
_UNREADABLE = Text(
    "không đọc được danh sách “{file}”; sửa các lỗi trên rồi chạy lại",
    "the list “{file}” cannot be read; mend the errors above and run again",
)
_NOTHING = Text("không có kho nào tính được", "not one repository could be counted")

_Sources = Annotated[list[str], typer.Argument(metavar="PATH..."), Text(
    "Các kho: thư mục dữ liệu, bản sao git, địa chỉ git, tệp .json kết quả gọn; hoặc một tệp .yaml "
    "liệt kê các kho",
    "The repositories: data folders, clones, addresses of git, .json files of small results; or one "
    ".yaml file that lists them",
)]  # fmt: skip
_Rev = Annotated[str | None, typer.Option("--rev", metavar="REF"), Text(
    "Tính mọi kho ở bản git này, trừ kho có bản riêng trong danh sách",
    "Judge every repository at this git revision, but those with one of their own in the list",
)]  # fmt: skip
_Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS"), Text(
    "Tính trên cụm Dask ở địa chỉ này (tcp://máy:cổng, tls://máy:cổng) thay vì trên máy này",
    "Judge on the Dask cluster at this address (tcp://host:port, tls://host:port) instead of here",
)]  # fmt: skip
_Timeout = Annotated[float, typer.Option("--timeout", min=1, metavar="SECONDS"), Text(
    "Thời gian tối đa cho một kho, tính bằng giây",
    "How long one repository may take, in seconds",
)]  # fmt: skip
_FailOn = Annotated[
    list[str] | None,
    fail_on_option(_FAILED, _OUTDATED, "error", "warning", "late", "overdue", "never"),
    FAIL_ON,
]
_Format = Annotated[str | None, choice_option(PORTFOLIO_FORMATS, "--format"), Text(
    "Định dạng; mặc định theo đuôi tệp, không thì table",
    "The format; by default the file's suffix, else table",
)]  # fmt: skip


def portfolio(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    sources: _Sources,
    output: Output = None,
    force: Force = False,
    as_of: AsOf = None,
    rev: _Rev = None,
    jobs: Jobs = None,
    scheduler: _Scheduler = None,
    timeout: _Timeout = _SECONDS,
    all_: All = False,
    fail_on: _FailOn = None,
    format_: _Format = None,
) -> int:
    """Print what many repositories come to together, and which of them are not in it."""
    settings: Settings = ctx.obj
    name = format_ or _BY_ENDING.get(output.suffix.lower() if output else "", "table")
    _refuse_first(settings, name, output, scheduler, force=force)
    title, members = _members(settings, sources, rev)
    day = as_of or today(VIETNAM)
    how = Judging(day, settings.lang, jobs or machine_cores(), timeout, scheduler)
    whole = merged(title, day, members, _outcomes(settings, members, how))
    deliver(settings, PORTFOLIO_FORMATS[name](whole, screen(settings, all_)), output, force=force)
    if not whole.counted:
        refuse(settings, _NOTHING)
    return _failed(whole, divided(fail_on) or (_FAILED,))


def _refuse_first(
    settings: Settings, name: str, output: Path | None, scheduler: str | None, *, force: bool
) -> None:
    """Refuse, before anything is read, what could not be judged or delivered."""
    refuse_suffix(settings, output, *_FITTING[name])
    if name == "parquet":
        refuse_without(settings, "pyarrow", "parquet", name)
        refuse_terminal(settings, output, name)
    if scheduler is not None:
        refuse_without(settings, "distributed", "portfolio", "--scheduler")
    if output is not None:
        refuse_existing(settings, output, force=force)


def _members(
    settings: Settings, sources: list[str], rev: str | None
) -> tuple[str | None, tuple[Member, ...]]:
    """Return what the whole is called, if it says so, and its members."""
    if len(sources) == 1 and file_names.is_yaml(sources[0]):
        return _listed(settings, Path(sources[0]), rev)
    members = named_members(sources, rev, Path.cwd())
    if alike := ", ".join(called_alike(members)):
        refuse(settings, _ALIKE, ids=alike)
    return None, members


def _listed(
    settings: Settings, path: Path, rev: str | None
) -> tuple[str | None, tuple[Member, ...]]:
    """Return the members that a file lists; say what is wrong in it."""
    folder = DataFolder(path.parent)
    try:
        listed = read_portfolio(folder, path.name)
    except Unusable as unusable:
        tell(settings, folder, "" if path.parent == Path() else f"{path.parent.as_posix()}/",
             unusable.findings)  # fmt: skip
        refuse(settings, _UNREADABLE, file=path)
    return listed.name, listed_members(listed, rev, path.parent)


def _outcomes(settings: Settings, members: tuple[Member, ...], how: Judging) -> list[Outcome]:
    """Return what became of each member; refuse a cluster that is not there."""
    if how.scheduler is None:
        return outcomes(members, how)
    from kehoach.portfolio.cluster_seats import NoCluster  # noqa: PLC0415 - with Dask

    try:
        return outcomes(members, how)
    except NoCluster as missing:
        refuse(settings, missing.text)


def _failed(whole: Merged, kinds: tuple[str, ...]) -> int:
    """Return 1 if there is anything of a kind that should fail the run, else 0."""
    found = [each.result["findings"] for each in whole.counted if each.result]
    errors = sum(each["errors"] for each in found)
    there = {
        _FAILED: len(whole.failed),
        _OUTDATED: len(whole.outdated),
        "error": errors,
        "warning": errors + sum(each["warnings"] for each in found),
        "late": whole.counts[Status.DONE_LATE],
        "overdue": whole.counts[Status.OVERDUE],
    }
    return 0 if "never" in kinds else int(any(there[kind] for kind in kinds))
