"""What may stand as the value of an option or argument that is being typed."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from kehoach.cli.completing.proposed_words import ProposedWord, ProposedWords, ahead, beginning
from kehoach.cli.frame.options import as_day
from kehoach.cli.frame.parameters import Parameter, choices
from kehoach.words import Lang

_SEVERAL = ("only", "fail_on")  # their values may be divided by commas

Given = Mapping[str, Sequence[str]]


def values(
    command: str | None, param: Parameter, given: Given, word: str, lang: Lang
) -> ProposedWords:
    """Return the values of an option or argument that begin as ``word`` does."""
    metavar, name = (param.metavar or "").strip("[]."), param.name or ""
    if metavar in ("PATH", "FILE"):
        return "files"
    if metavar == "DIR":
        return "folders"
    if offered := choices(metavar):
        before, comma, last = word.rpartition(",") if name in _SEVERAL else ("", "", word)
        return ahead(f"{before}{comma}", beginning(last, map(ProposedWord, offered)))
    with suppress(Exception):  # whatever is wrong with the files: a press of a key is no question
        return beginning(word, _named(_kind(command, name, metavar), given, lang))
    return []


def _kind(command: str | None, name: str, metavar: str) -> str:
    """Return what a parameter asks for."""
    if metavar == "ID" and name == "id_":  # the command is called like what it shows
        return command or ""
    return name if metavar == "ID" else metavar


def _named(kind: str, given: Given, lang: Lang) -> Iterable[ProposedWord]:
    """Return everything of a kind that the data folder, or the program, names."""
    from kehoach.cli.completing import folder_names as names  # noqa: PLC0415 - when it is asked
    from kehoach.reading.folder import find_data_folder  # noqa: PLC0415 - the same

    data = [*given.get("data", ()), os.environ.get("KEHOACH_DATA")]
    folder = find_data_folder(Path(data[0]) if data[0] else None, Path.cwd())
    known: dict[str, Callable[[], Iterable[ProposedWord]]] = {
        "agency": lambda: names.agencies(folder),
        "group": lambda: names.groups(folder),
        "item": lambda: names.items(folder),
        "plan": lambda: names.plans(folder),
        "P": lambda: names.periods(folder, lang, _items(given), _day(given)),
        "REV": lambda: names.revisions(folder),
        "REF": lambda: names.revisions(folder),
        "ITEM": lambda: names.items(folder),
        "AGENCY|ITEM": lambda: [*names.agencies(folder), *names.items(folder)],
        "EVENT|ITEM": lambda: [*names.events(folder), *names.items(folder)],
        "ITEM|KHnnn": lambda: [*names.items(folder), *names.codes(lang)],
    }
    return known[kind]() if kind in known else ()


def _items(given: Given) -> tuple[str, ...]:
    """Return the words among which items are named."""
    return tuple(word for name in ("item", "what", "words") for word in given.get(name, ()))


def _day(given: Given) -> date | None:
    return as_day(given["as_of"][-1]) if "as_of" in given else None
