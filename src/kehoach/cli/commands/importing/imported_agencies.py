"""``kehoach import agencies``: a list of bodies merged into the registry."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

import typer

from kehoach.annex.annex_draft import StandingRegistry
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.roster.registry_merge import SameNames
from kehoach.annex.roster.registry_writing import RegistryDraft, registry_draft
from kehoach.annex.roster.roster_columns import ROLES
from kehoach.annex.roster.roster_files import read_roster, read_text
from kehoach.annex.roster.roster_lines import NoNames, Roster
from kehoach.annex.tables.plan_tables import NoSuchColumn
from kehoach.cli.commands.importing.found_registry import CANNOT_ADD, found_registry
from kehoach.cli.frame.delivery import deliver, refuse
from kehoach.cli.frame.named_columns import as_columns, no_column
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import not_among
from kehoach.filing.yaml_insertion import CannotInsert
from kehoach.words import Text, captions
from kehoach.words.safety import no_command, one_line

PIPED = "-"
_FORMAT = "yaml"
_NO_NAMES = Text(
    '“{file}” không có danh sách cơ quan nào (“{seen}”); chỉ cột tên bằng --column "TIÊU ĐỀ=name"',
    '“{file}” holds no list of bodies (“{seen}”); name the column by --column "HEADING=name"',
)
_TWICE = Text(
    "“{name}” đứng hai lần ({first}, {second}) và không có gì để phân biệt; bỏ một dòng, hoặc thêm cột "
    "cơ quan chủ quản",
    "“{name}” stands twice ({first}, {second}) and nothing tells the two apart; remove one, or add a "
    "column of their parents",
)
_ASKED = Text("Ghi vào “{file}”?", "Write to “{file}”?")


def import_agencies(
    settings: Settings,
    file: Path,
    output: Path | None,
    *,
    force: bool,
    columns: Sequence[str],
    day: date,
    format_: str,
) -> int:
    """Write the registry with what a list adds to it, and tell what else the list says."""
    if format_ != _FORMAT:
        raise not_among(format_, (_FORMAT,), "--format")
    named = dict(as_columns(columns, ROLES))
    standing = found_registry(settings)
    made = _draft(settings, _roster(settings, file, named), standing, day)
    sys.stderr.writelines(
        f"kehoach: {no_command(one_line(told.to(settings.lang)))}\n" for told in made.told
    )
    if output is not None and sys.stderr.isatty():
        sys.stderr.write(_difference(made, output))
        if output.exists() and not force and sys.stdin.isatty():
            force = typer.confirm(_ASKED.to(settings.lang, file=output), err=True)
    deliver(settings, made.text, output, force=force)
    return 0


def _roster(settings: Settings, file: Path, named: Mapping[str, str]) -> Roster:
    """Return the list in a file, or in what is piped in.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    try:
        return read_piped(named) if str(file) == PIPED else read_roster(file, named)
    except AnnexRefused as refused:
        settings.say(captions.CANNOT_READ.filled(file=file, why=refused.text))
    except NoSuchColumn as none:
        raise no_column(none.name, none.headings) from None
    except NoNames as none:
        refuse(settings, _NO_NAMES, file=file, seen=one_line(none.seen[:80]))
    raise typer.Exit(2)


def read_piped(named: Mapping[str, str]) -> Roster:
    """Return the list that is piped in."""
    return read_text(sys.stdin.buffer.read(), named)


def _draft(
    settings: Settings, roster: Roster, standing: StandingRegistry | None, day: date
) -> RegistryDraft:
    """Return the registry with what the list adds.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    try:
        return registry_draft(roster, standing, day, settings.lang)
    except SameNames as twins:
        first, second = twins.first, twins.second
        refuse(settings, _TWICE, name=first.name, first=first.place, second=second.place)
    except CannotInsert:
        refuse(settings, CANNOT_ADD, file=standing.path if standing else PIPED)


def _difference(made: RegistryDraft, output: Path) -> str:
    """Return what changes in the registry that stands, line by line."""
    old, new = (text.splitlines(keepends=True) for text in (made.before, made.text))
    return no_command("".join(unified_diff(old, new, str(output), str(output), n=1)))
