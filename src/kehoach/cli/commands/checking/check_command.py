"""``kehoach check``."""

from dataclasses import dataclass
from typing import Annotated

import typer

from kehoach.cli.commands.checking.baselining import write_baseline
from kehoach.cli.commands.checking.extent import Extent
from kehoach.cli.commands.checking.fixing import mend_files
from kehoach.cli.commands.checking.presenting import Presenting
from kehoach.cli.frame.failing import FailOn, failed
from kehoach.cli.frame.filters import Standpoint
from kehoach.cli.frame.options import Jobs
from kehoach.cli.frame.selected_rules import selected_codes
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.words import Text

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
_ALONE = Text("không đi cùng {others}", "cannot go with {others}")
_PARTIAL = "PATH, --since, --rev, --select, --no-git"


@dataclass(frozen=True)
class Writing:
    """What is written."""

    baseline: _Baseline = False
    fix: _Fix = False
    yes: _Yes = False

    def refuse_part(self, extent: Extent, standpoint: Standpoint) -> None:
        """Refuse to write down as everything what is only a part of it.

        Raises:
            WrongUse: not everything is asked about.
        """
        if self.baseline and (extent.partial or standpoint.rev or standpoint.no_git):
            raise WrongUse(_ALONE.filled(others=_PARTIAL), "--baseline")


def check(
    ctx: typer.Context,
    extent: Extent,
    standpoint: Standpoint,
    presenting: Presenting,
    writing: Writing,
    fail_on: FailOn = None,
    jobs: Jobs = None,
) -> int:
    """Print everything that is wrong in the files, and what is late or overdue."""
    settings: Settings = ctx.obj
    presenting.refuse_format()
    selected_codes(extent.select)
    writing.refuse_part(extent, standpoint)
    elsewhere = bool(standpoint.rev or extent.since or writing.baseline or extent.of_stdin)
    if writing.fix and not mend_files(settings, extent.path, yes=writing.yes, elsewhere=elsewhere):
        return 1
    question = standpoint.question(history=not standpoint.no_git, wordings=True, listing=True)
    run = extent.account(settings, question, jobs)
    if writing.baseline:
        return write_baseline(settings, run)
    run = extent.told(settings, run)
    presenting.present(settings, run)
    return failed(run, fail_on, ("error",))
