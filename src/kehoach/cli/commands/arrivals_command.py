"""``kehoach arrivals``."""

import os
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.delivery import refuse, show
from kehoach.cli.frame.options import choice_argument
from kehoach.cli.frame.settings import Settings
from kehoach.reading.clock import now
from kehoach.reading.repositories.arrival_writing import SERVICE, Recorded, Recording, record
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.repository import open_repository
from kehoach.verdicts.evidence.arrival_log import BRANCH
from kehoach.words import Text

_PUSHERS = ("GITHUB_ACTOR", "GITLAB_USER_LOGIN")
_NO_REPOSITORY = Text(
    "“{folder}” không nằm trong kho git nào", "“{folder}” lies in no git repository"
)
_BEGAN = Text(
    "bắt đầu nhật ký từ commit {commit}: những gì có trên nhánh chính từ trước không được ghi nhận",
    "the log begins at commit {commit}: what the main line held before is not covered",
)
_ADDED = Text(
    "đã ghi {count} commit của nhánh {branch} vào {log}",
    "{count} {count:commit|commits} of {branch} recorded in {log}",
)
_WOULD = Text("chạy thử, chưa ghi gì", "a dry run: nothing was recorded")
_UP_TO_DATE = Text("nhật ký đã đủ, không có gì để ghi", "the log is up to date: nothing to record")

_Action = Annotated[str, choice_argument(("record",)), Text(
    "Làm gì: ghi các commit mới của nhánh chính vào nhật ký tiếp nhận",
    "What is done: record the new commits of the main line in the arrival log",
)]  # fmt: skip
_Remote = Annotated[str, typer.Option(metavar="NAME"), Text(
    "Kho mà nhật ký thuộc về",
    "The remote whose log it is",
)]  # fmt: skip
_Branch = Annotated[str | None, typer.Option(metavar="NAME"), Text(
    "Nhánh chính; mặc định là nhánh mặc định của kho ấy",
    "The main branch; by default that of the remote",
)]  # fmt: skip
_Pusher = Annotated[str | None, typer.Option(metavar="NAME"), Text(
    "Ai đã push; mặc định theo GITHUB_ACTOR hoặc GITLAB_USER_LOGIN",
    "Who pushed; by default GITHUB_ACTOR or GITLAB_USER_LOGIN",
)]  # fmt: skip
_Service = Annotated[str, typer.Option(metavar="ADDRESS"), Text(
    "Địa chỉ của dịch vụ ghi nhật ký, có trong services của agencies.yaml",
    "The address of the service that records, listed as one of services in agencies.yaml",
)]  # fmt: skip
_DryRun = Annotated[bool, typer.Option("--dry-run"), Text(
    "Chỉ cho xem, không ghi",
    "Only show, record nothing",
)]  # fmt: skip


def arrivals(
    ctx: typer.Context,
    action: _Action,  # noqa: ARG001 - there is one so far
    remote: _Remote = "origin",
    branch: _Branch = None,
    pusher: _Pusher = None,
    service: _Service = SERVICE,
    dry_run: _DryRun = False,
) -> int:
    """Add to the arrival log what the main line of a remote holds and the log does not."""
    settings: Settings = ctx.obj
    folder = settings.data or Path.cwd()
    who = pusher or next((os.environ[name] for name in _PUSHERS if os.environ.get(name)), "")
    try:
        repository = open_repository(folder)
        if repository is None:
            refuse(settings, _NO_REPOSITORY, folder=folder)
        done = record(
            repository, Recording(remote, branch or "", who, service), now(), dry_run=dry_run
        )
    except GitTrouble as trouble:
        refuse(settings, trouble.text)
    show(done.text)
    for line in _summary(done, dry_run=dry_run):
        settings.say(line)
    return 0


def _summary(done: Recorded, *, dry_run: bool) -> list[Text]:
    """Return what was done, and what the log does not cover."""
    told = [_WOULD] if dry_run and done.text else []
    if done.began:
        return [*told, _BEGAN.filled(commit=done.began.commit[:10])]
    if not done.arrivals:
        return [_UP_TO_DATE]
    return [*told, _ADDED.filled(count=len(done.arrivals), branch=done.branch, log=BRANCH)]
