"""``kehoach import plan``: a document becomes a draft plan; a column that nobody knows is asked about."""

import sys
from pathlib import Path

import typer

from kehoach.annex.annex_draft import draft_from
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.draft_doubts import draft_doubts
from kehoach.annex.draft_formats import DRAFT_FORMATS
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.tables.column_kinds import LABELS, ROLE_NAMES, NamedColumns
from kehoach.annex.tables.guessed_columns import UnknownColumn
from kehoach.annex.tables.plan_tables import NoPlanTable, NoSuchColumn
from kehoach.cli.commands.importing.found_registry import CANNOT_ADD, found_registry
from kehoach.cli.frame.delivery import deliver, refuse, refuse_existing
from kehoach.cli.frame.named_columns import asked_role, no_column
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import not_among
from kehoach.filing.yaml_insertion import CannotInsert
from kehoach.words import Text, captions

ROLES = {kind: Text(LABELS[kind].vi, name) for kind, name in ROLE_NAMES.items()}
"""What a column of an annex may be said to hold, each by its English and its Vietnamese name."""

_NO_TABLE = Text(
    "“{file}” không có bảng nhiệm vụ nào (cần cột nội dung và cột cơ quan, thời hạn hoặc sản phẩm), "
    "và lời không giao việc cho ai",
    "“{file}” has no table of tasks (a column of tasks is needed, and one of agencies, time or product), "
    "and its text asks nobody for anything",
)
_NO_HEADER = Text(
    '{why}; dòng {row} được xem là tiêu đề: {headings}; nói rõ từng cột, ví dụ --column "{one}=nội dung"',
    '{why}; row {row} is taken for the header: {headings}; say what they hold, as in --column "{one}=text"',
)
_NO_ROWS = Text(
    "“{file}” có bảng nhiệm vụ nhưng không có nhiệm vụ nào; tiêu đề: {headings}",
    "“{file}” has a table of tasks, and no task in it; headings: {headings}",
)


def import_plan(
    settings: Settings,
    file: Path,
    options: DraftOptions,
    output: Path | None,
    *,
    force: bool,
    format_: str,
    agencies: Path | None = None,
) -> int:
    """Write the draft of the plan that a document is, and tell every doubt.

    ``agencies`` is where the registry is written with whom the plan names and it lacks.
    """
    if format_ not in DRAFT_FORMATS:
        raise not_among(format_, (*DRAFT_FORMATS,), "--format")
    refuse_existing(settings, *filter(None, (output, agencies)), force=force)
    made = _draft(settings, file, options)
    if made.asks and sys.stdin.isatty() and sys.stdout.isatty():
        more = _asked(settings, made.asks)
        given = (*options.columns.given, *more)
        made = _draft(settings, file, options._replace(columns=NamedColumns(given)))
    deliver(settings, DRAFT_FORMATS[format_](made, settings.lang), output, force=force)
    if agencies is not None:
        _write_agencies(settings, made, agencies, force=force)
    sys.stderr.write(draft_doubts(made, settings.lang, in_full=format_ == "yaml"))
    return 0


def _write_agencies(settings: Settings, made: Draft, output: Path, *, force: bool) -> None:
    """Write the registry with the bodies and sets that a draft proposes."""
    from kehoach.annex.roster.registry_writing import with_proposals  # noqa: PLC0415 - when asked for

    standing = found_registry(settings)
    try:
        text = with_proposals(made.proposals, standing, settings.lang)
    except CannotInsert:
        refuse(settings, CANNOT_ADD, file=standing.path if standing else output)
    deliver(settings, text, output, force=force)


def _asked(settings: Settings, asks: tuple[UnknownColumn, ...]) -> list[tuple[str, str]]:
    """Return what the user says of columns that nobody knows; a blank answer leaves one a note."""
    answers = (
        asked_role(settings, each.column.name, each.example, each.may_hold, ROLES) for each in asks
    )
    return [answer for answer in answers if answer is not None]


def _draft(settings: Settings, file: Path, options: DraftOptions) -> Draft:
    """Return the draft.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    try:
        standing = found_registry(settings)
        return draft_from(file, standing.registry if standing else None, options)
    except AnnexRefused as refused:
        settings.say(captions.CANNOT_READ.filled(file=file, why=refused.text))
    except NoSuchColumn as none:
        raise no_column(none.name, none.headings) from None
    except NoPlanTable as none:
        settings.say(_no_table(file, none))
    raise typer.Exit(2)


def _no_table(file: Path, none: NoPlanTable) -> Text:
    """Return why no plan was found, and what to type where a row may be its header."""
    told = ", ".join(f"“{words}”" for words in none.headings)
    if none.empty:
        return _NO_ROWS.filled(file=file, headings=told)
    why = _NO_TABLE.filled(file=file)
    if not (none.row and told):
        return why
    one = none.headings[-1]
    return _NO_HEADER.filled(why=why, row=none.row, headings=told, one=one)
