"""The history of the sample repository, made from its chronicle (``files/demo/history.yaml``).

The chronicle says of every commit when and by whom it was made, and what it wrote; every date is
fixed, so that the commits are the same, by id, on every machine. How to read it stands at its head.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from pydantic import Field

from kehoach.model.agencies import Agency, Registry
from kehoach.model.fields import Record
from kehoach.start.demo_tour import stories_table, tour_block
from kehoach.start.git_writing import MAIN, NewCommit, Person
from kehoach.start.package_source import NOWHERE
from kehoach.start.starter import CODEOWNERS, REGISTRY, owners, starter
from kehoach.start.templates import filled, record, template

_ZONE = timezone(timedelta(hours=7))
_FIRST_YEAR = 2021


class CommitKind(Record):
    """What commits of a kind have in common: which file they write, of which parts, how named."""

    file: str
    message: str
    parts: tuple[str, ...]
    values: dict[str, str] = Field(alias="with")


class StagedCommit(Record):
    """A commit of the chronicle; what it leaves out is said by its kind.

    ``at`` is a time of Vietnam; ``of`` is the agency whose file it writes where that is another's.
    """

    at: datetime
    by: str
    of: str | None = None
    kind: str | None = None
    message: str | None = None
    file: str | None = None
    parts: tuple[str, ...] | None = None
    files: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    values: dict[str, str] = Field(default_factory=dict, alias="with")
    branch: str = MAIN
    merges: str | None = None
    tag: str | None = None


class Chronicle(Record):
    """All that happened, and the parts of which the files are made."""

    numbers: dict[str, int]
    parts: dict[str, str]
    kinds: dict[str, CommitKind]
    commits: tuple[StagedCommit, ...]


def history() -> list[NewCommit]:
    """Return all commits in order of time."""
    chronicle = record(Chronicle, template("demo/history.yaml", {}))
    registry = record(Registry, template("demo/agencies.yaml", {"ended": ""}))
    first, *later = (_commit(chronicle, registry, each) for each in chronicle.commits)
    return [replace(first, files={**_new_repository(), **first.files}), *later]


def _new_repository() -> dict[str, str]:
    """Return what any new repository has beside its data."""
    made = starter("", _FIRST_YEAR, NOWHERE, "none")
    return {name: text for name, text in made.items() if not name.startswith("data/")}


def _commit(chronicle: Chronicle, registry: Registry, staged: StagedCommit) -> NewCommit:
    kind = chronicle.kinds[staged.kind] if staged.kind else None
    values = _values(chronicle, registry, staged, kind.values if kind else {})
    parts = dict(staged.files)
    if kind:
        parts[staged.file or kind.file] = staged.parts or kind.parts
    files = {filled(path, values): _text(chronicle, names, values) for path, names in parts.items()}
    if registered := files.get(REGISTRY):
        files[CODEOWNERS] = owners(registered, staged.by)
    message = staged.message or (kind.message if kind else "")
    return NewCommit(
        staged.at.replace(tzinfo=_ZONE),
        _person(registry.agency[staged.by]),
        filled(message, values),
        files,
        staged.branch,
        staged.merges,
        staged.tag,
    )


def _values(
    chronicle: Chronicle, registry: Registry, staged: StagedCommit, usual: Mapping[str, str]
) -> dict[str, str]:
    """Return what is filled in: the agency, its numbers, the day, and what is said for itself."""
    agency = registry.agency[staged.of or staged.by]
    place = registry.agencies.index(agency)
    known = {
        "id": agency.id, "name": agency.name, "short": agency.short or "",
        "year": f"{staged.at:%Y}", "dated": f"{staged.at:%Y-%m-%d}",
        "tour": tour_block(), "stories": stories_table(),
        **{name: str(start + place) for name, start in chronicle.numbers.items()},
    }  # fmt: skip
    said = {**usual, **staged.values}
    return {**known, **{name: filled(value, known) for name, value in said.items()}}


def _text(chronicle: Chronicle, names: tuple[str, ...], values: Mapping[str, str]) -> str | None:
    """Return a file made of parts, some of them files of this package; without parts, none."""
    texts = (
        template(f"demo/{name}", values) if "." in name else filled(chronicle.parts[name], values)
        for name in names
    )
    return "".join(texts) or None


def _person(agency: Agency) -> Person:
    return Person(agency.name, agency.committers[0])
