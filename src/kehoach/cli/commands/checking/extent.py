"""Which of the data ``check`` looks at, and what of it is told of."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, ask_for_account, names_in_folder
from kehoach.cli.frame.selected_rules import Select, selected_codes
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.standard_input import STANDARD_INPUT, ask_of_stdin
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


@dataclass(frozen=True)
class Extent:
    """Which files, which change, which rules."""

    path: _Path = None
    stdin_filename: _StdinName = None
    since: _Since = None
    select: Select = None

    @property
    def of_stdin(self) -> bool:
        """Whether it is about a file that stands nowhere yet."""
        return self.path == [STANDARD_INPUT]

    @property
    def partial(self) -> bool:
        """Whether some of what is wrong would not be told of."""
        return bool(self.path or self.since or self.select)

    def account(self, settings: Settings, question: Question, jobs: int | None) -> Account:
        """Return the account of what is looked at."""
        if self.of_stdin:
            return ask_of_stdin(settings, question, self.stdin_filename)
        if self.since is None:
            return ask_for_account(settings, question, jobs)
        return ask(settings, question, self.since)

    def told(self, settings: Settings, run: Account) -> Account:
        """Return the account with only that of which is told."""
        if self.path and not self.of_stdin:
            run = run.only_files(names_in_folder(settings, self.path))
        return run.only_rules(selected_codes(self.select))
