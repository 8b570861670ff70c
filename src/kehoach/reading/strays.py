"""Files that nobody reads: of another ending, in another place, under a name that is nearly right.

What lies in the data folder and is passed over may be a report that then counts as not sent. So each
is told with where it belongs. Documents beside a report are evidence and a habit: they are named
once a folder. Whatever says nothing (locks, traces of editors, README) is left in peace.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from kehoach.diagnostics import Finding, Place
from kehoach.grouping import group_by
from kehoach.model import file_names
from kehoach.reading.file_rules import ATTACHED, COPY, LOST_FILE, NO_REPORT, STRAY
from kehoach.reading.folder import Folder
from kehoach.reading.yaml_files.yaml_text import Refused, decode

_ENDING = re.compile(r"\.ya?ml(?![a-z]).*$", re.IGNORECASE)
_TEXT = re.compile(r"\.(txt|json|csv|md)$", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\.(docx?|xlsx?|xlsm|pdf|od[ts]|rtf|pptx?|html?|xml|eml|msg|zip|rar|7z|jpe?g|png|tiff?|heic)$",
    re.IGNORECASE,
)
_SILENT = re.compile(r"(?i)^([.~].*|readme.*|license.*|thumbs\.db|desktop\.ini)$")
_TRACE = re.compile(r"^\.(_|.*\.sw[a-p]$)")
_COPIED = re.compile(
    r"^(?:copy of |bản sao của )?(.+?)(?: ?\(\d+\)| - copy(?: \(\d+\))?| - bản sao(?: \(\d+\))?)?$",
    re.IGNORECASE,
)
_SCHEMA = re.compile(r"^\s*[\"']?schema[\"']?\s*:\s*[\"']?kehoach/([a-z]+)@", re.MULTILINE)
_AGENCY = re.compile(r"^\s*[\"']?agency[\"']?\s*:\s*[\"']?([a-z0-9-]+)", re.MULTILINE)
_PLAN = re.compile(r"(plan|ke-?hoach)[\W_]?\d", re.IGNORECASE)
_PLAN_WORD = re.compile(r"^(plan|ke-?hoach)[^a-z0-9]*", re.IGNORECASE)
_OURS = re.compile(
    r"^(agency|tasks|reports|agencies|items|receipts|extensions|waivers|returns|pauses)\s*:",
    re.MULTILINE,
)
_STEMS = {name.partition(".")[0]: name for name in file_names.OFFICE_FILES}
_HEAD = 4_000
_NAMED = 5
_NEAR_FOLDER, _NEAR_FILE = 0.75, 0.7
_FILED = f"{file_names.SUBMISSIONS}/"


class Unread(NamedTuple):
    """What is said of the files that are not read, by what they are, and in this order."""

    lost: tuple[Finding, ...] = ()
    hidden: tuple[Finding, ...] = ()  # told, but left out by who named them so
    strays: tuple[Finding, ...] = ()
    attached: tuple[Finding, ...] = ()
    copies: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of it."""
        return tuple(each for kind in self for each in kind)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that may hold what people meant."""
        return tuple(each.place.file for each in (*self.lost, *self.strays))

    def beside(self, others: "Unread") -> "Unread":
        """Return this with the same of other files."""
        return Unread(*(mine + theirs for mine, theirs in zip(self, others, strict=True)))


def unread_filed(folder: Folder, filed: Sequence[str]) -> Unread:
    """Return what is to be said of the files below ``submissions/`` that are not read."""
    lost = tuple(_lost(folder, (name for name in filed if not file_names.is_read(name))))
    hidden = tuple(_hidden(folder, filed))
    told = {each.place.file for each in (*lost, *hidden)}
    others = [name for name in filed if name not in told]
    return Unread(lost, hidden, (), tuple(_attached(others, filed)), tuple(_copies(filed)))


def unread_aside(folder: Folder, agencies: Iterable[str]) -> Unread:
    """Return what is to be said of the files elsewhere; ``agencies`` are the ids of the registry."""
    lost = tuple(_lost(folder, _misnamed(folder)))
    strays = tuple(_displaced(folder, frozenset(agencies)))
    told = {each.place.file for each in (*lost, *strays)}
    others = [name for name in folder.names() if name not in told]
    return Unread(lost, (), strays, tuple(_attached(others, ())))


def _lost(folder: Folder, names: Iterable[str]) -> Iterator[Finding]:
    """Yield the files that only their ending keeps from being read."""
    for name in names:
        better = _free(folder, _with_ending(name))
        if better and not _SILENT.match(name.rpartition("/")[2]):
            yield Finding(LOST_FILE, Place(name), {"file": name, "better": better})


def _free(folder: Folder, name: str) -> str:
    """Return a name that nothing else has: to put one file over another would lose that one.

    The files of the office are one of each: what is in the way is to be put together.
    """
    if not name or name in file_names.OFFICE_FILES:
        return name
    stem, dot, ending = name.rpartition(".")
    names = (f"{stem}-{number}{dot}{ending}" for number in range(2, 100))
    free = (each for each in (name, *names) if not folder.exists(each))
    return next(free, name)


def _with_ending(name: str) -> str:
    """Return a file's name with the ending that is read; empty where it is no text."""
    for ending in (_ENDING, _TEXT):
        if ending.search(name):
            return ending.sub(".yaml", name)
    return ""


def _misnamed(folder: Folder) -> Iterator[str]:
    """Yield what is called like a file of the office, but for its ending."""
    for name in folder.names():
        stem = name.partition(".")[0]
        called = stem in _STEMS or stem.startswith("plan_")
        if (
            called
            and not name.endswith((".csv", ".md"))
            and name not in file_names.OFFICE_FILES
            and not file_names.is_plan(name)
        ):
            yield name


def _hidden(folder: Folder, filed: Iterable[str]) -> Iterator[Finding]:
    """Yield reports whose name begins with a dot, as hidden files do."""
    for name in filed:
        place, _, file = name.rpartition("/")
        if file.startswith(".") and file_names.is_yaml(file) and not _TRACE.match(file):
            yield _stray(folder, name, f"{place}/{file.lstrip('.')}")


def _displaced(folder: Folder, agencies: frozenset[str]) -> Iterator[Finding]:
    """Yield what is ours by its content, its name or its folder, and lies where nothing is read."""
    for name in folder.names():
        ours = file_names.is_yaml(name) and not _read_there(folder, name)
        if ours and (better := _place_of(name, _text(folder, name), agencies)):
            yield _stray(folder, name, better)
    for name in filter(file_names.is_read, folder.aside()):
        if better := _place_aside(folder, name, agencies):
            yield _stray(folder, name, better)


def _place_aside(folder: Folder, name: str, agencies: frozenset[str]) -> str:
    """Return where a file of another folder belongs; empty where it is not ours."""
    first, _, rest = name.partition("/")
    if get_close_matches(first.casefold(), [file_names.SUBMISSIONS], n=1, cutoff=_NEAR_FOLDER):
        return f"{_FILED}{rest}"
    text = _text(folder, name)
    return _place_of(name, text, agencies) if _SCHEMA.search(text) else ""


def _read_there(folder: Folder, name: str) -> bool:
    """Say whether a file of the folder itself is read; where case does not matter, by any case."""
    known = file_names.is_plan(name) or name in file_names.OFFICE_FILES
    alike = name.casefold() in file_names.OFFICE_FILES and folder.exists(name.casefold())
    return known or alike or name.startswith(".") or name.partition(".")[0] in _STEMS


def _place_of(name: str, text: str, agencies: frozenset[str]) -> str:
    """Return where a file belongs: by its schema, its name, its agency; empty where it is not ours."""
    file = name.rpartition("/")[2]
    found = _SCHEMA.search(text)
    kind = found[1] if found else ""
    if office := _office_name(kind, file.partition(".")[0]):
        return office
    if owner := _owner_of(name, text, agencies, ours=bool(kind)):
        return f"{_FILED}{owner}/{file}"
    return f"{_FILED}…/{file}" if kind or _OURS.search(text) else ""


def _office_name(kind: str, stem: str) -> str:
    """Return what a file of the office should be called: by its schema, else by what it is called."""
    if f"{kind}.yaml" in file_names.OFFICE_FILES:
        return f"{kind}.yaml"
    if kind == "plan" or (not kind and _PLAN.match(stem)):
        return f"plan_{_PLAN_WORD.sub('', stem) or '1'}.yaml"
    near = [] if kind else get_close_matches(stem.casefold(), _STEMS, n=1, cutoff=_NEAR_FILE)
    return _STEMS[near[0]] if near else ""


def _owner_of(name: str, text: str, agencies: frozenset[str], *, ours: bool) -> str:
    """Return whose report a file is: whom it names, or whose name its folder or itself bears."""
    if agency := _AGENCY.search(text):
        return agency[1]
    *folders, file = name.split("/")
    stem = file.partition(".")[0]
    called = [stem, *(folders if ours else ())]
    return next((each for each in reversed(called) if each in agencies), "")


def _attached(others: Iterable[str], filed: Iterable[str]) -> Iterator[Finding]:
    """Yield once a folder the documents in it; where no report lies beside them, that there is none."""
    reporting = {_owner(name) for name in filter(file_names.is_read, filed)}
    documents = [name for name in others if _DOCUMENT.search(name) and not _quiet(name)]
    for owner, names in group_by(documents, _owner).items():
        alone = owner.startswith(_FILED) and owner not in reporting
        values = {"names": _listed(names), "folder": owner or "."}
        yield Finding(NO_REPORT if alone else ATTACHED, Place(names[0]), values)


def _listed(names: Sequence[str]) -> str:
    """Return the first names of files, without their folders."""
    told = ", ".join(name.rpartition("/")[2] for name in names[:_NAMED])
    return f"{told} …" if len(names) > _NAMED else told


def _quiet(name: str) -> bool:
    """Say whether a document needs no word: a lock, or the annex of a plan beside it."""
    file = name.rpartition("/")[2]
    return bool(_SILENT.match(file)) or file.startswith("plan_")


def _owner(name: str) -> str:
    """Return the agency's folder in which a file lies, at any depth; empty for the data folder."""
    return "/".join(name.split("/")[:-1][:2])


def _copies(filed: Iterable[str]) -> Iterator[Finding]:
    """Yield what is called like a copy that Windows made of a report beside it; both are read."""
    names = set(filed)
    for name in sorted(names):
        folder, _, file = name.rpartition("/")
        stem, dot, ending = file.rpartition(".")
        found = _COPIED.match(stem)
        of = f"{folder}/{found[1] if found else stem}{dot}{ending}"
        if of != name and of in names and file_names.is_read(name):
            yield Finding(COPY, Place(name), {"file": name, "of": of})


def _text(folder: Folder, name: str) -> str:
    """Return the beginning of a file; nothing of one that cannot be read."""
    try:
        return decode(folder.read(name), name)[:_HEAD]
    except Refused:
        return ""


def _stray(folder: Folder, name: str, better: str) -> Finding:
    better = _free(folder, better)
    return Finding(STRAY, Place(name), {"file": name, "better": better})
