"""What other programs in Python ask: a data folder, and where its plans stand.

>>> data = kehoach.load("data")  # doctest: +SKIP
>>> data.status(date(2026, 1, 31)).summary["overdue"]  # doctest: +SKIP

Answers hold the very values that ``--format json`` prints, under the same names: one contract for
programs in any language. The command line asks in the same way.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach.reading.folder import DataFolder, find_data_folder
from kehoach.reading.folder_place import NoDataFolder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.workspace_reading import Unusable
from kehoach.run import (
    Account,
    Question,
    Reckoned,
    Run,
    WrongQuestion,
    answer,
    answer_since,
    reckon,
    reckon_making,
)
from kehoach.words import LANGUAGES, Lang

if TYPE_CHECKING:
    from kehoach.contract.counts_contract import Summary
    from kehoach.contract.finding_contract import FindingJson
    from kehoach.contract.outputs import ObligationJson

__all__ = [
    "Data", "GitTrouble", "NoDataFolder", "Question", "StatusAnswer", "Unusable", "WrongQuestion",
    "load",
]  # fmt: skip


class StatusAnswer(NamedTuple):
    """Where the plans stand at the end of a day: as ``kehoach status --format json`` says it."""

    as_of: date
    summary: "Summary"
    obligations: "list[ObligationJson]"
    findings: "list[FindingJson]"


@dataclass(frozen=True)
class Data:
    """A data folder; its files are named in answers with ``prefix`` before them.

    Everything raises ``Unusable`` where the plan or the registry cannot be read, ``GitTrouble`` where
    git cannot tell what is needed, and ``WrongQuestion`` where what is asked about does not exist.
    """

    folder: DataFolder
    prefix: str = ""

    def status(
        self,
        as_of: date | None = None,
        *,
        agencies: Iterable[str] = (),
        items: Iterable[str] = (),
        periods: Iterable[str] = (),
        only: Iterable[str] = (),
        git: bool = True,
        rev: str | None = None,
        lang: Lang = LANGUAGES[0],
    ) -> StatusAnswer:
        """Return where the plans stand at the end of ``as_of`` (default: today, in the plan's timezone).

        The rest selects as the options of ``kehoach status`` do; ``git=False`` is ``--no-git``.
        """
        from kehoach.contract.json_parts import status_output  # noqa: PLC0415 - for this answer only

        chosen = map(tuple, (agencies, items, periods, only))
        agency, item, period, state = chosen
        run = self.ask(
            Question(
                as_of, agencies=agency, items=item, periods=period, only=state, git=git, rev=rev,
                history=git,
            )
        )  # fmt: skip
        said = status_output(run, lang)
        return StatusAnswer(
            run.as_of, said["summary"], list(said["obligations"]), list(said["findings"])
        )

    def check(
        self, as_of: date | None = None, *, git: bool = True, lang: Lang = LANGUAGES[0]
    ) -> "list[FindingJson]":
        """Return everything that is wrong in the files, and what is late or overdue, as ``check`` does."""
        from kehoach.contract.json_parts import finding  # noqa: PLC0415 - for this answer only

        run = self.ask(Question(as_of, git=git, history=git, wordings=True, listing=True))
        return [finding(run, each, lang) for each in run.located()]

    def ask(self, question: Question) -> Run:
        """Return the run that answers a question."""
        return answer(self.folder, self.prefix, question)

    def ask_since(self, question: Question, revision: str) -> Run:
        """Return the run that tells only what has changed since a git revision."""
        return answer_since(self.folder, self.prefix, question, revision)

    def account(self, question: Question, jobs: int | None = None) -> Account:
        """Return where the plans stand without each verdict, reckoned by ``jobs`` processes."""
        return reckon(self.folder, self.prefix, question, jobs)

    def account_making(
        self, question: Question, making: Callable[[Run], Any], jobs: int | None = None
    ) -> Reckoned:
        """Return the same with the plain data that are made of each part where it is judged."""
        return reckon_making(self.folder, self.prefix, question, making, jobs)


def load(path: Path | str | None = None) -> Data:
    """Return a data folder; without a path the nearest one from the working folder upward.

    Nothing of it is read before it is asked.

    Raises:
        NoDataFolder: there is none.
    """
    folder = find_data_folder(Path(path) if path is not None else None, Path.cwd())
    return Data(folder, shown_prefix(folder.root))


def shown_prefix(root: Path) -> str:
    """Return the folder's name as it can be opened from here; empty for here itself."""
    root, here = root.resolve(), Path.cwd()
    try:
        name = Path(os.path.relpath(root, here)).as_posix()
    except ValueError:  # another drive
        name = root.as_posix()
    return "" if name == "." else f"{name}/"
