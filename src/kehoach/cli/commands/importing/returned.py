"""``kehoach import submissions``: a returned workbook becomes submission files."""

from collections import Counter
from datetime import date
from pathlib import Path

from kehoach.cli.frame.answers import ask
from kehoach.cli.frame.delivery import refuse, refuse_without, show, write_files
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.submission_paths import submission_path
from kehoach.cli.frame.usage import not_among
from kehoach.filing.submission_yaml import submission_yaml
from kehoach.run import Question, Run
from kehoach.sheets.returned.returned_forms import FilledSheet, Returned, known_of, returned
from kehoach.sheets.returned.returned_output import RETURNED_FORMATS
from kehoach.words import Text, captions
from kehoach.words.system_reasons import system_reason

MOST_BYTES = 20_000_000
_NOT_OURS = Text("“{file}”: {why}", "“{file}”: {why}")
_LARGE = Text("lớn hơn 20 MB", "it is larger than 20 MB")
_CLASH = Text(
    "hai tờ cùng cho một tệp {path}; giữ lại một tờ, chưa ghi gì",
    "two sheets make the same file {path}; keep one of them; nothing was written",
)
_NEXT = Text(
    "xem lại các tệp, chạy kehoach check, ghi ngày đến thật vào receipts.yaml nếu cần, rồi commit",
    "look at the files, run kehoach check, enter true days of arrival in receipts.yaml, and commit",
)


def import_submissions(
    settings: Settings, file: Path, *, force: bool, format_: str, as_of: date | None = None
) -> int:
    """Write the submission files that a returned workbook holds: all of them, or none.

    With an error nothing is written, and the exit code is 1; doubts are told and do not hinder.
    """
    if format_ not in RETURNED_FORMATS:
        raise not_among(format_, tuple(RETURNED_FORMATS), "--format")
    refuse_without(settings, "openpyxl", "import", "import submissions")
    raw = _content(settings, file)
    run = ask(settings, Question(as_of, git=False))
    result = _read(settings, file, raw, run)
    paths = [(_path(settings, run, each), each) for each in result.filled]
    if paths and not result.errors:
        _write(settings, paths, force=force)
    show(RETURNED_FORMATS[format_](file, result, paths, settings.lang))
    if result.errors or not paths:
        return 1
    settings.note(_NEXT)
    return 0


def _path(settings: Settings, run: Run, sheet: FilledSheet) -> Path:
    """Return where the submission of a sheet is written."""
    of = sheet.submission
    return submission_path(settings, run, of.agency, of.plan, sheet.period)


def _content(settings: Settings, file: Path) -> bytes:
    """Return the bytes of the file."""
    try:
        if file.stat().st_size > MOST_BYTES:
            refuse(settings, captions.CANNOT_READ, file=file, why=_LARGE)
        return file.read_bytes()
    except OSError as trouble:
        refuse(settings, captions.CANNOT_READ, file=file, why=system_reason(trouble))


def _read(settings: Settings, file: Path, raw: bytes, run: Run) -> Returned:
    """Return what the workbook holds."""
    from kehoach.sheets.returned.returned_xlsx import NotOurs, read_returned  # noqa: PLC0415 - its library

    try:
        return returned(read_returned(raw), known_of(run))
    except NotOurs as trouble:
        refuse(settings, _NOT_OURS, file=file, why=trouble.text)


def _write(settings: Settings, paths: list[tuple[Path, FilledSheet]], *, force: bool) -> None:
    """Write the files, each as this program writes submissions."""
    files = {path: submission_yaml(filled.submission) for path, filled in paths}
    if len(files) < len(paths):
        twice = next(path for path, count in Counter(p for p, _ in paths).items() if count > 1)
        refuse(settings, _CLASH, path=twice)
    write_files(settings, files, force=force)
