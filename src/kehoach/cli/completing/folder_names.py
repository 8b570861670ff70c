"""What a data folder names, for whoever is typing a command: ids, and the words beside them.

It is asked at each press of a key: files are read as they stand, without judging them, and what
cannot be read names nothing.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from kehoach.cli.completing.proposed_words import ProposedWord
from kehoach.model import file_names
from kehoach.reading.clock import today
from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.git import ask
from kehoach.reading.repositories.repository import open_repository
from kehoach.reading.workspace_reading import read_office
from kehoach.reading.yaml_files.yaml_text import Refused, decode, read_mapping
from kehoach.run.rulebook import all_rules
from kehoach.verdicts.obligations import Demand, demands
from kehoach.words import Lang, captions, shown_day

_REFS = (
    "for-each-ref", "--format=%(refname:short)", "--sort=-committerdate", "--count=200",
    "refs/heads", "refs/tags", "refs/remotes",
)  # fmt: skip


def agencies(folder: DataFolder) -> list[ProposedWord]:
    """Return the agencies of the registry."""
    return [_body(row) for row in _rows(folder, file_names.REGISTRY, "agencies")]


def groups(folder: DataFolder) -> list[ProposedWord]:
    """Return the groups of agencies."""
    return [_body(row) for row in _rows(folder, file_names.REGISTRY, "groups")]


def plans(folder: DataFolder) -> list[ProposedWord]:
    """Return the plans."""
    return [
        ProposedWord(_text(plan, "id"), _text(plan, "short_title") or _text(plan, "title"))
        for plan in _plans(folder)
    ]


def items(folder: DataFolder) -> list[ProposedWord]:
    """Return the items of all plans."""
    return [
        ProposedWord(_text(row, "id"), _text(row, "title") or _text(row, "text"))
        for plan in _plans(folder)
        for row in _listed(plan.get("items"))
    ]


def events(folder: DataFolder) -> list[ProposedWord]:
    """Return the events on which deadlines hang."""
    return [
        ProposedWord(_text(row, "id"), _text(row, "text"))
        for plan in _plans(folder)
        for row in _listed(plan.get("events"))
    ]


def periods(
    folder: DataFolder, lang: Lang, asked: tuple[str, ...] = (), as_of: date | None = None
) -> list[ProposedWord]:
    """Return the periods that have begun, of all items, or of those asked for with their due day."""
    found: dict[str, str] = {}
    for demand in _begun(folder, as_of):
        if not asked:
            found[demand.period] = ""
        elif demand.item.id in asked:
            due = captions.DUE_ON.to(lang, day=shown_day(demand.due, lang)) if demand.due else ""
            found.setdefault(demand.period, due)
    return [ProposedWord(period, words) for period, words in found.items()]


def _begun(folder: DataFolder, as_of: date | None) -> Iterator[Demand]:
    """Yield what is demanded in the periods that have begun by a day, else by today."""
    workspace = read_office(folder)  # what agencies filed names no period that is not asked for
    for plan in (each.plan for each in workspace.plans):
        day = as_of or today(plan.timezone)
        known = workspace.decisions.known(plan.id, day)
        for demand in demands(plan, known, workspace.calendar):
            if demand.term.start <= day:
                yield demand


def revisions(folder: DataFolder) -> list[ProposedWord]:
    """Return the branches and tags of the repository, the latest first."""
    repository = open_repository(folder.root)
    told = ask(repository.top, *_REFS) if repository else None
    return (
        [ProposedWord(name) for name in ("HEAD", *(told or "").splitlines())] if repository else []
    )


def codes(lang: Lang) -> list[ProposedWord]:
    """Return the codes of findings, each with its title."""
    return [ProposedWord(rule.code, rule.title.to(lang)) for rule in all_rules()]


def _body(row: dict[str, Any]) -> ProposedWord:
    variants = row.get("variants")
    others = (
        [each for each in variants if isinstance(each, str)] if isinstance(variants, list) else []
    )
    name = _text(row, "name")
    return ProposedWord(_text(row, "id"), name, (name, _text(row, "short"), *others))


def _plans(folder: DataFolder) -> list[dict[str, Any]]:
    return [_read(folder, name) for name in folder.plans()]


def _rows(folder: DataFolder, name: str, key: str) -> list[dict[str, Any]]:
    return _listed(_read(folder, name).get(key))


def _read(folder: DataFolder, name: str) -> dict[str, Any]:
    with suppress(Refused):
        return read_mapping(decode(folder.read(name), name), name, "")[0]
    return {}


def _listed(value: Any) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _text(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""
