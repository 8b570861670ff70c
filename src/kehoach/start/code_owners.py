"""CODEOWNERS from the registry: whom GitHub and GitLab ask to approve a change, and of what."""

import re
from collections.abc import Iterator, Sequence

from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.start.templates import template
from kehoach.words import Lang, Text
from kehoach.words.safety import one_line

_ADDRESS = re.compile(r"[^\s@#\[\]]+@[^\s@#\[\]]+")
_OFFICE = (file_names.PLANS, *file_names.OFFICE_FILES)

_EVERYTHING = Text("Mọi tệp: cơ quan tổng hợp", "Everything: the consolidating office")
_FOLDERS = Text("Thư mục của từng cơ quan", "Each agency's folder")


def codeowners(registry: Registry, offices: Sequence[str], prefix: str, lang: Lang = "vi") -> str:
    """Return the file for a data folder at ``prefix`` (empty, or ending in ``/``) of a repository.

    ``offices`` are the consolidating agencies: the plans, the registry and all else are theirs, and
    beside each agency they own its folder. An owner is a plain address among ``committers``; a
    whole ``@domain`` is no owner to a forge, so that such a line is left to be filled in.
    """
    office = [each for id_ in offices for each in _addresses(registry, id_)]
    return template("CODEOWNERS", {}, lang) + "".join(
        _lines(registry, offices, office, _escaped(prefix), lang)
    )


def _lines(
    registry: Registry, offices: Sequence[str], office: list[str], prefix: str, lang: Lang
) -> Iterator[str]:
    yield f"\n# {_EVERYTHING.to(lang)}\n"
    names = ", ".join(registry.agency[id_].name for id_ in offices if id_ in registry.agency)
    for pattern in ("*", *(f"/{prefix}{name}" for name in _OFFICE)):
        yield _line(pattern, office, names)
    yield f"\n# {_FOLDERS.to(lang)}\n"
    for agency in registry.agencies:
        own = _addresses(registry, agency.id)
        if own or not agency.valid.last:  # a body that has ended sends nothing more
            pattern = f"/{prefix}submissions/{agency.id}/"
            yield _line(pattern, [*(own or ["@…"]), *office], agency.name)


def _line(pattern: str, owners: list[str], name: str) -> str:
    """Return the line of a pattern; without an owner, as a remark that says whose it is."""
    listed = " ".join(dict.fromkeys(owners)) or "@…"
    return (
        f"{pattern} {listed}\n"
        if "@…" not in listed
        else (f"# {pattern} {listed}  # {one_line(name)}\n")
    )


def _addresses(registry: Registry, id_: str) -> list[str]:
    agency = registry.agency.get(id_)
    listed = agency.committers if agency else ()
    return [each for each in listed if _ADDRESS.fullmatch(each) and each == one_line(each)]


def _escaped(prefix: str) -> str:
    """Return a folder's name as a pattern that means itself."""
    return re.sub(r"([\s\\#\[\]*?!])", r"\\\1", one_line(prefix))
