"""From a file to a draft: the document, the registry that it is read by, and the draft."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.document_limits import refuse_long
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.diagnostics import Finding
from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.reading.clock import VIETNAM, today
from kehoach.reading.folder import DataFolder
from kehoach.reading.model_values import validate
from kehoach.reading.yaml_files.yaml_text import Refused, decode, read_mapping


class BadRegistry(Exception):  # noqa: N818 - it is the file that is wrong
    """The registry is there but cannot be read; every mistake in it is carried along."""

    def __init__(self, folder: DataFolder, findings: tuple[Finding, ...]) -> None:
        super().__init__(*(finding.rule.code for finding in findings))
        self.folder = folder
        self.findings = findings


def draft_from(file: Path, registry: Registry | None, options: DraftOptions) -> Draft:
    """Return the draft of the plan whose annex a file is.

    Raises:
        AnnexRefused: the file cannot be read.
        NoPlanTable: no table in it is one of tasks.
    """
    annex = read_annex(file)
    refuse_long(annex)
    return draft(annex, registry, options)


def this_day() -> date:
    """Return today in Vietnam: it fills the period of a plan that names no year, in doubt."""
    return today(VIETNAM)


class StandingRegistry(NamedTuple):
    """The registry with the text of its file, and where that is."""

    registry: Registry
    text: str
    path: Path


def registry_for(given: Path | None, here: Path) -> Registry | None:
    """Return the registry in the folder given, or the nearest one upward; ``None``: there is none.

    Raises:
        BadRegistry: it cannot be read.
    """
    standing = standing_registry(given, here)
    return standing.registry if standing else None


def standing_registry(given: Path | None, here: Path) -> StandingRegistry | None:
    """Return the same with its file, as it is to be written on.

    Raises:
        BadRegistry: it cannot be read.
    """
    above = [place for each in (here, *here.parents) for place in (each, each / "data")]
    for place in above if given is None else (given, given / "data"):
        folder = DataFolder(place)
        if folder.exists(file_names.REGISTRY):
            raw, registry = _registry(folder)
            return StandingRegistry(registry, raw.decode(), place / file_names.REGISTRY)
    return None


def _registry(folder: DataFolder) -> tuple[bytes, Registry]:
    try:
        raw = folder.take(file_names.REGISTRY)
        text = decode(raw, file_names.REGISTRY)
        data, found = read_mapping(text, file_names.REGISTRY, "agencies")
    except Refused as refused:
        raise BadRegistry(folder, (refused.finding,)) from None
    registry, wrong = validate(Registry, data, file_names.REGISTRY)
    if registry is None or found:
        raise BadRegistry(folder, (*found, *wrong))
    return raw, registry
