"""How ``check`` tells what it found: in full or in numbers, for whom, with what is passed over."""

import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from kehoach.cli.frame.answers import screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.job_summary import add_job_summary
from kehoach.cli.frame.options import FORMAT, All, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.review.check_text import passed_text
from kehoach.review.finding_groups import passed_count
from kehoach.review.rule_counts import STATISTICS_FORMATS
from kehoach.run import Account
from kehoach.words import Text

_Statistics = Annotated[bool, typer.Option("--statistics"), Text(
    "Chỉ đếm: mỗi loại phát hiện bao nhiêu, nặng nhất trước",
    "Only count: how many findings of each kind, the worst first",
)]  # fmt: skip
_ShowIgnored = Annotated[bool, typer.Option("--show-ignored"), Text(
    "Liệt kê cả những gì bỏ qua theo checks.yaml, kèm lý do",
    "List what checks.yaml passes over as well, with the reasons",
)]  # fmt: skip
_FORMATS = Text("chỉ có --format {formats}", "knows --format {formats} only")


@dataclass(frozen=True)
class Presenting:
    """In which format, and how much of it."""

    all_: All = False
    statistics: _Statistics = False
    show_ignored: _ShowIgnored = False
    format_: Annotated[str, choice_option(CHECK_FORMATS, "--format"), FORMAT] = "text"

    def refuse_format(self) -> None:
        """Refuse a format that has no room for what is asked.

        Raises:
            WrongUse: it has none.
        """
        if self.statistics and self.format_ not in STATISTICS_FORMATS:
            formats = " | ".join(STATISTICS_FORMATS)
            raise WrongUse(_FORMATS.filled(formats=formats), "--statistics")
        if self.show_ignored and self.format_ != "text":
            raise WrongUse(_FORMATS.filled(formats="text"), "--show-ignored")

    def present(self, settings: Settings, run: Account) -> None:
        """Print what was found; a log is read by searching in it: off a terminal every row is there."""
        shown = screen(settings, self.all_ or not sys.stdout.isatty())
        formats = STATISTICS_FORMATS if self.statistics else CHECK_FORMATS
        show(formats[self.format_](run, shown))
        if self.show_ignored and run.passed:
            show(passed_text(run, shown))
        if self.format_ == "jsonl" and run.passed:  # it has no place for a number
            settings.note(passed_count(run))
        if self.format_ == "github":
            add_job_summary(run, settings)
