"""``kehoach check``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.commands.baselining import write_baseline
from kehoach.cli.commands.fixing import mend_files
from kehoach.cli.frame.answers import ask, ask_for_account, names_in_folder, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.failing import FailOn, failed
from kehoach.cli.frame.job_summary import add_job_summary
from kehoach.cli.frame.options import FORMAT, All, AsOf, Jobs, NoGit, Rev, choice_option
from kehoach.cli.frame.selected_rules import Select, selected_codes
from kehoach.cli.frame.standard_input import STANDARD_INPUT, ask_of_stdin
from kehoach.cli.frame.usage import WrongUse
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.review.check_text import passed_text
from kehoach.review.finding_groups import passed_count
from kehoach.review.rule_counts import STATISTICS_FORMATS
from kehoach.run import Account, Question
from kehoach.words import Text

_Path = Annotated[list[Path] | None, typer.Argument(metavar="[PATH]..."), Text(
    "Chỉ báo về các tệp hoặc thư mục này; - là một tệp báo cáo từ đầu vào chuẩn",
    "Report only on these files or folders; - is a submission from standard input",
)]  # fmt: skip
_StdinName = Annotated[Path | None, typer.Option("--stdin-filename", metavar="PATH"), Text(
    "Tệp mà đầu vào chuẩn sẽ là; mặc định là một tệp mới của cơ quan ghi trong đó",
    "The file that standard input is to be; by default a new one of the agency it names",
)]  # fmt: skip
_Since = Annotated[str | None, typer.Option(metavar="REF"), Text(
    "Chỉ báo điều mới so với bản git này",
    "Report only what is new since this git revision",
)]  # fmt: skip

_Statistics = Annotated[bool, typer.Option("--statistics"), Text(
    "Chỉ đếm: mỗi loại phát hiện bao nhiêu, nặng nhất trước",
    "Only count: how many findings of each kind, the worst first",
)]  # fmt: skip
_ShowIgnored = Annotated[bool, typer.Option("--show-ignored"), Text(
    "Liệt kê cả những gì bỏ qua theo checks.yaml, kèm lý do",
    "List what checks.yaml passes over as well, with the reasons",
)]  # fmt: skip
_Baseline = Annotated[bool, typer.Option("--baseline"), Text(
    "Ghi những gì đang sai vào checks.yaml như điều có từ trước; lần sau chỉ bỏ ra điều không còn",
    "Write what is wrong now into checks.yaml as there before; later runs only take out what is gone",
)]  # fmt: skip
_Fix = Annotated[bool, typer.Option("--fix"), Text(
    "Tự sửa điều chắc chắn (ngày 20/11/2026, ngoặc kép cong, Tab, BOM…), cho xem trước khi ghi",
    "Mend what is certain (days as 20/11/2026, curly quotes, tabs, BOM …), shown before it is written",
)]  # fmt: skip
_Yes = Annotated[bool, typer.Option("--yes"), Text(
    "Cùng với --fix: ghi mà không hỏi", "With --fix: write without asking",
)]  # fmt: skip
_ALONE = Text(
    "không đi cùng {others}",
    "cannot go with {others}",
)
_FORMATS = Text("chỉ có --format {formats}", "knows --format {formats} only")


def check(  # noqa: PLR0913, PLR0917 - an option of the command each
    ctx: typer.Context,
    path: _Path = None,
    stdin_filename: _StdinName = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    since: _Since = None,
    all_: All = False,
    select: Select = None,
    statistics: _Statistics = False,
    show_ignored: _ShowIgnored = False,
    baseline: _Baseline = False,
    fix: _Fix = False,
    yes: _Yes = False,
    fail_on: FailOn = None,
    jobs: Jobs = None,
    format_: Annotated[str, choice_option(CHECK_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print everything that is wrong in the files, and what is late or overdue."""
    codes = selected_codes(select)
    if baseline and (path or since or rev or codes or no_git):
        others = "PATH, --since, --rev, --select, --no-git"
        raise WrongUse(_ALONE.filled(others=others), "--baseline")
    elsewhere = bool(rev or since or baseline or path == [STANDARD_INPUT])
    if fix and not mend_files(ctx.obj, path, yes=yes, elsewhere=elsewhere):
        return 1
    _refuse_format(format_, statistics=statistics, show_ignored=show_ignored)
    question = Question(
        as_of, git=not no_git, rev=rev, history=not no_git, wordings=True, listing=True
    )
    run: Account
    if path == [STANDARD_INPUT]:
        run = ask_of_stdin(ctx.obj, question, stdin_filename)
    elif since is None:
        run = ask_for_account(ctx.obj, question, jobs)
    else:
        run = ask(ctx.obj, question, since)
    if baseline:
        return write_baseline(ctx.obj, run)
    if path and path != [STANDARD_INPUT]:
        run = run.only_files(names_in_folder(ctx.obj, path))
    run = run.only_rules(codes)
    # A log is read by searching in it: off a terminal every row is there.
    shown = screen(ctx.obj, all_ or not sys.stdout.isatty())
    show((STATISTICS_FORMATS if statistics else CHECK_FORMATS)[format_](run, shown))
    if show_ignored and run.passed:
        show(passed_text(run, shown))
    if format_ == "jsonl" and run.passed:  # it has no place for a number
        ctx.obj.note(passed_count(run))
    if format_ == "github":
        add_job_summary(run, ctx.obj)
    return failed(run, fail_on, ("error",))


def _refuse_format(format_: str, *, statistics: bool, show_ignored: bool) -> None:
    """Refuse a format that has no room for what is asked.

    Raises:
        WrongUse: it has none.
    """
    if statistics and format_ not in STATISTICS_FORMATS:
        raise WrongUse(_FORMATS.filled(formats=" | ".join(STATISTICS_FORMATS)), "--statistics")
    if show_ignored and format_ != "text":
        raise WrongUse(_FORMATS.filled(formats="text"), "--show-ignored")
