"""``kehoach cache``."""

import os
from typing import Annotated

import typer

from kehoach.cli.frame.answers import screen
from kehoach.cli.frame.delivery import refuse, show
from kehoach.cli.frame.options import FORMAT, choice_argument, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.pages.cache_page import CACHE_FORMATS
from kehoach.reading.cache.cache_report import cache_report
from kehoach.reading.cache.shelf import clear
from kehoach.words import Text

_LEFT = Text(
    "còn {count} tệp trong {folder} không xoá được",
    "{count} {count:file|files} in {folder} cannot be deleted",
)
_Action = Annotated[str, choice_argument(("show", "clear")), Text(
    "Làm gì: xem đang lưu những gì, hoặc xoá hết",
    "What is done: show what is kept, or delete all of it",
)]  # fmt: skip


def cache(
    ctx: typer.Context,
    action: _Action,
    format_: Annotated[str, choice_option(CACHE_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print what is kept of earlier runs, once it has been deleted where that is asked for."""
    settings: Settings = ctx.obj
    report = cache_report(os.environ)
    if action == "clear" and report.folder is not None:
        if left := clear(report.folder):
            refuse(settings, _LEFT, count=len(left), folder=report.folder)
        report = cache_report(os.environ)
    show(CACHE_FORMATS[format_](report, screen(settings)))
    return 0
