"""What may stand as the value of an option or argument that is being typed."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal

from kehoach.cli.completing.proposal import Proposal
from kehoach.cli.frame.options import as_day
from kehoach.cli.frame.parameters import Parameter, choices
from kehoach.words import Lang, plain_letters

_SEVERAL = ("only", "fail_on")  # their values may be divided by commas

Given = Mapping[str, Sequence[str]]


Proposals = list[Proposal] | Literal["files", "folders"]
"""What may come next; of files and folders the shell itself knows best."""


def values(command: str | None, param: Parameter, given: Given, word: str, lang: Lang) -> Proposals:
    """Return the values of an option or argument that begin as ``word`` does."""
    metavar, name = (param.metavar or "").strip("[]."), param.name or ""
    if metavar in ("PATH", "FILE"):
        return "files"
    if metavar == "DIR":
        return "folders"
    if offered := choices(metavar):
        before, comma, last = word.rpartition(",") if name in _SEVERAL else ("", "", word)
        return ahead(f"{before}{comma}", beginning(last, map(Proposal, offered)))
    with suppress(Exception):  # whatever is wrong with the files: a press of a key is no question
        return beginning(word, _named(_kind(command, name, metavar), given, lang))
    return []


def ahead(start: str, found: Proposals) -> Proposals:
    """Return the same proposals with what stands before them in the same word."""
    if isinstance(found, str):
        return found
    return [each._replace(value=f"{start}{each.value}") for each in found]


def beginning(word: str, offered: Iterable[Proposal]) -> list[Proposal]:
    """Return what begins with ``word``; failing that, what is called something with it."""
    known = [each for each in offered if each.value]
    found = [each for each in known if each.value.startswith(word)]
    if found or not word:
        return found
    wanted = _as_in_haste(word)
    return [
        each
        for each in known
        if wanted in each.value.casefold()
        or any(wanted in _as_in_haste(name) for name in each.called)
    ]


def _as_in_haste(words: str) -> str:
    """Return words as they are typed in haste: small letters without their marks."""
    return plain_letters(words.casefold())


def _kind(command: str | None, name: str, metavar: str) -> str:
    """Return what a parameter asks for."""
    if metavar == "ID" and name == "id_":  # the command is called like what it shows
        return command or ""
    return name if metavar == "ID" else metavar


def _named(kind: str, given: Given, lang: Lang) -> Iterable[Proposal]:
    """Return everything of a kind that the data folder, or the program, names."""
    from kehoach.cli.completing import folder_names as names  # noqa: PLC0415 - when it is asked
    from kehoach.reading.folder import find_data_folder  # noqa: PLC0415 - the same

    data = [*given.get("data", ()), os.environ.get("KEHOACH_DATA")]
    folder = find_data_folder(Path(data[0]) if data[0] else None, Path.cwd())
    known: dict[str, Callable[[], Iterable[Proposal]]] = {
        "agency": lambda: names.agencies(folder),
        "group": lambda: names.groups(folder),
        "item": lambda: names.items(folder),
        "plan": lambda: names.plans(folder),
        "P": lambda: names.periods(folder, lang, _items(given), _day(given)),
        "REV": lambda: names.revisions(folder),
        "REF": lambda: names.revisions(folder),
        "ITEM|KHnnn": lambda: [*names.items(folder), *names.codes(lang)],
    }
    return known[kind]() if kind in known else ()


def _items(given: Given) -> tuple[str, ...]:
    return (*given.get("item", ()), *given.get("what", ()))


def _day(given: Given) -> date | None:
    return as_day(given["as_of"][-1]) if "as_of" in given else None
