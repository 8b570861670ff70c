"""Where a file stops being YAML, or says a key that no hand meant."""

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import yaml

from kehoach.reading.yaml_files.text_marks import Mark
from kehoach.reading.yaml_files.yaml_loader import Loader

_WORD = re.compile(r"\w[\w.-]*")
_AT_OPENING = ("while scanning a simple key", "while scanning a quoted scalar")
"""What libyaml tells where it gives up, although it went wrong where that began."""


class Break(NamedTuple):
    """The first place that cannot be read, and where what is open there was opened.

    ``problem`` is libyaml's; it is empty where YAML reads a key that is none (``-item``, ``item:II.2``).
    """

    at: Mark
    opened: Mark | None = None
    problem: str = ""


def first_break(text: str, keys: Collection[str], passed: Collection[Mark] = ()) -> Break | None:
    """Return the first break of a text, those at ``passed`` left aside; ``None``: it can be read.

    A grammar that breaks comes before a key that is none, wherever they stand.
    """
    odd: Break | None = None
    try:
        for key, again in _keys(text):
            mark = _mark(key.start_mark)
            strange = again or not (key.value in keys or _WORD.fullmatch(key.value))
            if odd is None and strange and mark not in passed:
                odd = Break(mark)
    except yaml.MarkedYAMLError as error:
        return _broken(error)
    except yaml.YAMLError:
        return Break(Mark(1, 1), problem="characters")
    return odd


def _broken(error: yaml.MarkedYAMLError) -> Break:
    opened = _mark(error.context_mark) if error.context_mark else None
    at = _mark(error.problem_mark) if error.problem_mark else opened or Mark(1, 1)
    if opened and error.context in _AT_OPENING:
        at = opened
    return Break(at, opened, error.problem or error.context or "")


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _keys(text: str) -> Iterator[tuple[Any, bool]]:
    """Yield each key that is a word, and whether it was said before in its mapping."""
    take = Loader(text).get_event
    above = [_Opened(None)]
    while not isinstance(event := take(), yaml.StreamEndEvent):
        if isinstance(event, yaml.CollectionEndEvent):
            above.pop()
        elif isinstance(event, yaml.NodeEvent):
            yield from above[-1].entered(event)
            if isinstance(event, yaml.CollectionStartEvent):
                above.append(_Opened(set() if isinstance(event, yaml.MappingStartEvent) else None))


class _Opened:
    """A collection that is being read; ``said`` are the keys of a mapping so far."""

    def __init__(self, said: set[str] | None) -> None:
        self._said = said
        self._key_next = said is not None

    def entered(self, event: Any) -> Iterator[tuple[Any, bool]]:
        """Yield what comes next in it, if that is a key, and whether it was said before."""
        if self._said is None:
            return
        if self._key_next and isinstance(event, yaml.ScalarEvent):
            yield event, event.value in self._said
            self._said.add(event.value)
        self._key_next = not self._key_next
