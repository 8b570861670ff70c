"""``kehoach check``."""

from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.answers import ask, choose, names_in_folder, screen, show
from kehoach.cli.failing import FailOn, failed
from kehoach.cli.options import All, AsOf, NoGit, format_option
from kehoach.pipeline import Question
from kehoach.render.formats import CHECK_FORMATS


def check(
    ctx: typer.Context,
    path: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Chỉ báo về các tệp này · Only these files"),
    ] = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    all_: All = False,
    fail_on: FailOn = None,
    format_: Annotated[str, format_option(CHECK_FORMATS)] = "text",
) -> int:
    """Print everything that is wrong in the files, and what is late or overdue."""
    render = choose(format_, CHECK_FORMATS)
    run = ask(ctx.obj, Question(as_of, git=not no_git))
    if path:
        run = run.only_files(names_in_folder(ctx.obj, path))
    show(render(run, screen(ctx.obj, all_)))
    return failed(run, fail_on, ("error",))
