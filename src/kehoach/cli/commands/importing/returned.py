"""``kehoach import submissions``: what came back becomes submission files, and entries of the book."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from kehoach.cli.commands.importing.returned_files import ENDINGS, returned_file
from kehoach.cli.commands.recording.recorded import rewriting
from kehoach.cli.frame.answers import ask, open_folder
from kehoach.cli.frame.delivery import (
    Rewriting,
    refuse,
    refuse_unwritable,
    refuse_without,
    rewrite,
    show,
    write_files,
)
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.submission_paths import submission_path
from kehoach.cli.frame.usage import not_among
from kehoach.filing.new_submission import names_of_file
from kehoach.filing.submission_yaml import submission_yaml
from kehoach.filing.yaml_insertion import Addition, Value
from kehoach.grouping import group_by
from kehoach.model import file_names
from kehoach.model.submissions import Submission
from kehoach.run import Question, Run
from kehoach.sheets.returned.returned_forms import FilledSheet, Returned, known_of, returned
from kehoach.sheets.returned.returned_output import (
    RETURNED_FORMATS,
    BookEntries,
    Delivered,
    ReturnedBook,
)
from kehoach.sheets.returned.returned_sheets import ReturnedWorkbook
from kehoach.words import Text, captions, day_words
from kehoach.words.system_reasons import system_reason

MOST_BYTES = 20_000_000
_READ = {".xlsx", ".xlsm", ".xls", ".ods", *ENDINGS}
_OPENED = ("~$", ".")  # what spreadsheets put beside a file that is open, and hidden files
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
_ENTERED = Text(
    "xem lại các tệp, chạy kehoach check rồi commit",
    "look at the files, run kehoach check, and commit",
)
_EMPTY = Text("không có bảng tính hay tệp .yaml nào trong “{folder}”",
              "there is no workbook and no .yaml file in “{folder}”")  # fmt: skip
_PASSED = Text("bỏ qua, không phải bảng tính hay tệp .yaml: {files}",
               "passed over, being no workbooks and no .yaml files: {files}")  # fmt: skip
_AHEAD = Text(
    "--received {day} là ngày sau hôm nay ({today})", "--received {day} comes after today ({today})"
)


def import_submissions(
    settings: Settings,
    files: Sequence[Path],
    *,
    force: bool,
    format_: str,
    as_of: date | None = None,
    received: date | None = None,
) -> int:
    """Write the submission files that returned workbooks hold, but for sheets with an error.

    Where one is left out the exit code is 1; doubts are told and do not hinder. What was ``received``
    on a day is entered in the book too.
    """
    if format_ not in RETURNED_FORMATS:
        raise not_among(format_, tuple(RETURNED_FORMATS), "--format")
    refuse_without(settings, "openpyxl", "import", "import submissions")
    given = list(_workbooks(settings, files))
    contents = {file: _content(settings, file) for file in given}
    run = ask(settings, Question(as_of, git=False))
    _refuse_ahead(settings, received, run.as_of)
    books = _books(settings, run, contents, received)
    if not books:
        return 2
    delivered = _write(settings, run, books, received, force=force)
    show(RETURNED_FORMATS[format_](books, delivered, settings.lang))
    written = any(book.paths for book in books)
    if any(delivered):
        settings.note(_ENTERED if received else _NEXT)
    lost = len(books) < len(given) or any(book.result.errors for book in books)
    return int(lost or not written)


def _refuse_ahead(settings: Settings, received: date | None, today: date) -> None:
    """Refuse a day of arrival that is still to come."""
    if received and received > today:
        refuse(settings, _AHEAD, day=day_words(received), today=day_words(today))


def _books(
    settings: Settings, run: Run, contents: Mapping[Path, bytes], received: date | None
) -> list[ReturnedBook]:
    """Return what the workbooks and files hold that are ours; the others are named."""
    found: dict[str, Returned] = {}
    books: dict[str, ReturnedWorkbook] = {}
    for file, raw in contents.items():
        if file.suffix.lower() in ENDINGS:
            found |= returned_file(settings, run, file, raw)
        elif book := _read(settings, file, raw):
            books[str(file)] = book
    found |= returned(books, known_of(run, received))
    return [
        ReturnedBook(Path(name), each, [(_path(settings, run, of), of) for of in each.filled])
        for name, each in found.items()
    ]


def _workbooks(settings: Settings, files: Iterable[Path]) -> Iterator[Path]:
    """Yield each workbook that is given, or lies in a folder that is, once."""
    seen: set[Path] = set()
    for file in files:
        for each in _inside(settings, file) if file.is_dir() else (file,):
            if each.resolve() not in seen:
                seen.add(each.resolve())
                yield each


def _inside(settings: Settings, folder: Path) -> list[Path]:
    """Return the workbooks of a folder; what else is in it is named."""
    inside = [each for each in sorted(folder.iterdir()) if each.is_file()]
    shown = [each for each in inside if not each.name.startswith(_OPENED)]
    by_kind = group_by(shown, lambda each: each.suffix.lower() in _READ)
    if True not in by_kind:
        refuse(settings, _EMPTY, folder=folder)
    if others := by_kind.get(False):
        settings.say(_PASSED.filled(files=", ".join(each.name for each in others)))
    return by_kind[True]


def _path(settings: Settings, run: Run, sheet: FilledSheet) -> Path:
    """Return where the submission of a sheet is written: never in the place of another letter."""
    of = sheet.submission
    path = submission_path(settings, run, of.agency, of.plan, sheet.period)
    letters = {each.file: each.submission.document for each in run.workspace.filings}
    mine = of.document.number, of.document.date
    names = names_of_file(of.plan, sheet.period, len(run.plans))
    sent = ((name, letters.get(f"{file_names.SUBMISSIONS}/{of.agency}/{name}")) for name in names)
    return path.with_name(
        next(name for name, there in sent if there is None or (there.number, there.date) == mine)
    )


def _content(settings: Settings, file: Path) -> bytes:
    """Return the bytes of the file."""
    try:
        if file.exists() and not file.is_file():  # a pipe would be waited for, a device never ends
            refuse(settings, captions.CANNOT_READ, file=file, why=captions.NO_REGULAR_FILE)
        if file.stat().st_size > MOST_BYTES:
            refuse(settings, captions.CANNOT_READ, file=file, why=_LARGE)
        return file.read_bytes()
    except OSError as trouble:
        refuse(settings, captions.CANNOT_READ, file=file, why=system_reason(trouble))


def _read(settings: Settings, file: Path, raw: bytes) -> ReturnedWorkbook | None:
    """Return what the workbook holds, or say why it is none of ours."""
    from kehoach.sheets.returned.returned_xlsx import NotOurs, read_returned  # noqa: PLC0415 - its library

    try:
        return read_returned(raw)
    except NotOurs as trouble:
        settings.say(_NOT_OURS.filled(file=file, why=trouble.text))
        return None


def _write(
    settings: Settings,
    run: Run,
    books: Sequence[ReturnedBook],
    received: date | None,
    *,
    force: bool,
) -> Delivered:
    """Write the files, each as this program writes submissions, then what the book lacks of them."""
    paths = [each for book in books for each in book.paths]
    files = _altered(_files(settings, paths))
    new = tuple(_entries(run, (filled.submission for _, filled in paths), received))
    book = _book(settings, run, new) if new else None
    if book is not None:
        refuse_unwritable(settings, book.path, book.raw)
    write_files(settings, files, force=force)
    if book is None or received is None:
        return Delivered(len(files), None)
    rewrite(settings, *book)
    entered = BookEntries(run.shown_file(file_names.BOOK), len(new), received)
    return Delivered(len(files), entered)


def _files(settings: Settings, paths: Sequence[tuple[Path, FilledSheet]]) -> dict[Path, str]:
    """Return the texts of the files, or refuse where two sheets make one."""
    twice = [path for path, number in Counter(path for path, _ in paths).items() if number > 1]
    if twice:
        refuse(settings, _CLASH, path=twice[0])
    return {path: submission_yaml(filled.submission) for path, filled in paths}


def _altered(files: Mapping[Path, str]) -> dict[Path, str]:
    """Return the files that do not stand there already, as they are to be written."""
    return {
        path: text
        for path, text in files.items()
        if path.is_symlink() or not path.is_file() or path.read_bytes() != text.encode()
    }


def _book(settings: Settings, run: Run, new: tuple[Value, ...]) -> Rewriting:
    """Return the registry book with new entries."""
    folder = open_folder(settings)[0]
    return rewriting(
        settings, run, folder, file_names.BOOK, lambda _: (Addition(("receipts",), new),)
    )


def _entries(
    run: Run, submissions: Iterable[Submission], received: date | None
) -> Iterator[dict[str, Value]]:
    """Yield an entry for each letter that the book does not have."""
    book = run.workspace.book.receipts
    known = {
        (each.agency, each.document.number, each.document.date) for each in book if not each.item
    }
    for each in submissions:
        number, day = each.document.number, each.document.date
        if received and number and day and (each.agency, number, day) not in known:
            document = {"number": number, "date": day.isoformat()}
            yield {"agency": each.agency, "received": received.isoformat(), "document": document}
