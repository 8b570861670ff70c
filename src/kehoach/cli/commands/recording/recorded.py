"""An entry judged as ``check`` would before it is written; what it changed is shown."""

import sys
from collections.abc import Callable, Iterable

from kehoach.checks.filed.early_reports import TOO_EARLY
from kehoach.checks.filed.unowed_entries import NOT_OWED
from kehoach.checks.office.contradictory_days import AHEAD, OUTSIDE
from kehoach.checks.office.idle_returns import NOT_SENT
from kehoach.checks.office.vain_book_entries import IDLE, NO_LETTER
from kehoach.checks.office.vain_decisions import NOT_ITS, VAIN
from kehoach.cli.commands.importing.found_registry import CANNOT_ADD
from kehoach.cli.commands.recording.entry_options import Manner
from kehoach.cli.frame.answers import ask, ask_if, open_folder, screen, tell_findings
from kehoach.cli.frame.delivery import Rewriting, refuse, rewrite, show
from kehoach.cli.frame.settings import Settings
from kehoach.diagnostics import Finding, Severity
from kehoach.filing.office_files import with_added
from kehoach.filing.yaml_insertion import Addition, CannotInsert
from kehoach.model import file_names
from kehoach.pages.recorded_page import Written, recorded_text
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, WrongQuestion
from kehoach.run.since import brought
from kehoach.words import Text

Additions = Callable[[Run], tuple[Addition, ...]]
_SCHEMAS = {
    file_names.BOOK: "kehoach/receipts@1",
    file_names.DECISIONS: "kehoach/decisions@1",
}
_DOUBTFUL = {NOT_ITS, VAIN, NO_LETTER, IDLE, NOT_SENT, NOT_OWED, AHEAD, OUTSIDE, TOO_EARLY}
"""What has no effect, or a day of which the year is probably mistyped: somebody would be wronged."""
_UNREADABLE = Text(
    "“{file}” còn lỗi nêu trên nên không đọc được; sửa rồi chạy lại, chưa ghi gì",
    "“{file}” cannot be read for the errors above; mend them and run again; nothing was written",
)
_REFUSED = Text(
    "chưa ghi gì: sửa điều nêu trên rồi chạy lại", "nothing was written: mend the above"
)
_IN_DOUBT = Text(
    "chưa ghi gì: sửa điều nêu trên, hoặc thêm --anyway nếu vẫn đúng",
    "nothing was written: mend the above, or add --anyway where it is right all the same",
)
_COMMIT = Text("đã ghi “{file}”; xem lại rồi commit", "wrote “{file}”; look at it, and commit it")
_TRIED = Text("--dry-run: chưa ghi gì", "--dry-run: nothing was written")


def record(settings: Settings, file: str, additions: Additions, manner: Manner) -> int:
    """Write entries into one of the office's files; return the exit code.

    With a mistake in them, or in doubt, nothing is written, and the exit code is 1.
    """
    folder = open_folder(settings)[0]
    before = ask(settings, Question(manner.as_of))
    path, raw, content = rewriting(settings, before, folder, file, additions)
    after = ask_if(settings, Question(before.as_of), file, content)
    new = tuple(
        each
        for each in brought(before.wrong, after.wrong)
        if each.rule.severity is not Severity.NOTICE
    )
    if not _passes(settings, after, new, manner):
        return 1
    if not manner.dry_run:
        rewrite(settings, path, raw, content)
    shown = screen(settings, manner.all_ or not sys.stdout.isatty())
    show(recorded_text(before, after, Written(file, raw or b"", content), shown))
    if manner.dry_run or before.repository is not None:
        settings.note(_TRIED if manner.dry_run else _COMMIT.filled(file=before.shown_file(file)))
    return 0


def rewriting(
    settings: Settings, run: Run, folder: DataFolder, file: str, additions: Additions
) -> Rewriting:
    """Return one of the office's files with something added, or say in one line why not."""
    if file in run.left_out:
        _tell(settings, run, (each for each in run.workspace.findings if each.place.file == file))
        refuse(settings, _UNREADABLE, file=run.shown_file(file))
    raw = folder.read(file) if folder.exists(file) else None
    try:
        content = with_added(raw, _SCHEMAS[file], additions(run))
    except WrongQuestion as wrong:
        refuse(settings, wrong.text)
    except CannotInsert:
        refuse(settings, CANNOT_ADD, file=run.shown_file(file))
    return Rewriting(folder.root / file, raw, content)


def _passes(settings: Settings, run: Run, new: tuple[Finding, ...], manner: Manner) -> bool:
    """Say whether an entry may be written, once everything is told that it brings."""
    _tell(settings, run, new)
    if any(each.rule.severity is Severity.ERROR for each in new):
        settings.say(_REFUSED)
        return False
    if not manner.anyway and any(each.rule in _DOUBTFUL for each in new):
        settings.say(_IN_DOUBT)
        return False
    return True


def _tell(settings: Settings, run: Run, found: Iterable[Finding]) -> None:
    """Print findings to standard error."""
    tell_findings(settings, run.located(tuple(found)), run.shown_file)
