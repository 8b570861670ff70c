"""The comments of a YAML file that stand behind values: words may be lost in them.

YAML takes everything after `` #`` for a comment, also where people meant the words
(``note: Đã xong #2 việc còn lại``). A comment must be separated by white space (YAML 1.2, 6.6);
libyaml lets one pass that is glued to what stands before it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from yaml import (
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
    YAMLError,
)

from kehoach.reading.yaml_files.yaml_loader import NOTHING, Loader

# Behind anything, or indented and without a space: what else begins a line is meant as a comment.
_ANY = re.compile(r"^[ \t]*[^\s#][^\n#]*#|^[ \t]+#\S", re.MULTILINE)
_COMMENT = re.compile(r"#[^\r\n]*")


class Comment(NamedTuple):
    """A comment on the line of a value, or right below it and further in than its key.

    ``place`` is the index of its ``#`` in the text; ``key`` is the key of the value that it
    stands behind, ``whole`` what that would be if the comment belonged to it. ``closed``: the value shows
    where it ends: by quotes, a sign or a line end behind it, or by being empty. ``glued``: no white space
    separates the comment from what stands before.
    """

    place: int
    words: str
    key: str
    whole: str
    closed: bool
    glued: bool

    @property
    def spaced(self) -> bool:
        """Whether a space follows the sign, as in comments that are meant."""
        return self.words.lstrip("#")[:1] in ("", " ", "\t", "!")


class _Open(NamedTuple):
    """A collection that is being read: the key met last, and whether the next scalar is a key."""

    mapping: bool
    key: str
    column: int
    key_next: bool


class _Told(NamedTuple):
    """What was read last: a key or a value, where it ended, and how it is written."""

    key: str = ""
    column: int = 0
    value: str = ""
    end: int = 0
    is_key: bool = False
    plain: bool = False


@lru_cache(maxsize=2)
def comments(text: str) -> tuple[Comment, ...]:
    """Return the comments behind values; of a text that is no YAML those up to where it breaks."""
    lines = [match.end() for match in _ANY.finditer(text)] if "#" in text else []
    end = text.find("\n", lines[-1]) if lines else 0
    return tuple(_comments(text, end if end >= 0 else len(text))) if lines else ()


def _comments(text: str, last: int) -> Iterator[Comment]:
    """Yield them; ``last`` is the end of the last line that can hold one."""
    told = _Told()
    opened: list[_Open] = []
    for event in _events(text):
        yield from _between(text, told, event)
        told = _told(event, told, opened)
        if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
            yield from _in_header(text, told, _index(event.start_mark))
        if _index(event.start_mark) > last:
            return


def _events(text: str) -> Iterator[Event]:
    take = Loader(text).get_event
    try:
        while not isinstance(event := take(), StreamEndEvent):
            yield event
    except YAMLError:
        return


def _told(event: Event, before: _Told, opened: list[_Open]) -> _Told:
    """Return what is known once an event is read; the open collections are kept up to date."""
    end = max(before.end, _index(event.end_mark))
    here = opened[-1] if opened else _Open(False, "", 0, False)
    if isinstance(event, CollectionEndEvent):
        opened.pop()
        return _Told(end=end)
    if isinstance(event, ScalarEvent) and here.key_next:
        column = event.start_mark.column if event.start_mark else 0
        opened[-1] = here._replace(key=event.value, column=column, key_next=False)
        return _Told(event.value, column, "", end, is_key=True)
    if here.mapping:
        opened[-1] = here._replace(key_next=True)
    if isinstance(event, ScalarEvent):
        return _value(event, here, end)
    if isinstance(event, CollectionStartEvent):
        mapping = isinstance(event, MappingStartEvent)
        opened.append(_Open(mapping, here.key, here.column, mapping))
    return _Told(end=end)


def _value(event: ScalarEvent, here: _Open, end: int) -> _Told:
    """Return what is known of a value; one that says nothing shows by itself where it ends."""
    plain = event.style in (None, "")
    value = "" if plain and event.value in NOTHING else event.value
    return _Told(here.key, here.column, value, end, plain=plain)


def _between(text: str, told: _Told, event: Event) -> Iterator[Comment]:
    """Yield the comment between what was read last and an event, perhaps over several lines."""
    last = told.end
    found = []
    for match in _COMMENT.finditer(text, told.end, max(told.end, _index(event.start_mark))):
        column = match.start() - text.rfind("\n", 0, match.start()) - 1
        below = not text[match.start() - column : match.start()].strip()
        if below and (text.count("\n", last, match.start()) > 1 or column <= told.column):
            break
        found.append(match)
        last = match.end()
    if found:
        behind = event.value if told.is_key and isinstance(event, ScalarEvent) else ""
        yield _comment(text, told, found, behind)


def _in_header(text: str, told: _Told, start: int) -> Iterator[Comment]:
    """Yield the comment behind the sign that begins a block of text."""
    end = text.find("\n", start)
    for match in _COMMENT.finditer(text, start, end if end >= 0 else len(text)):
        yield _comment(text, told._replace(value="", end=match.start()), [match], told.value)


def _comment(text: str, told: _Told, found: list[re.Match[str]], behind: str) -> Comment:
    place = found[0].start()
    words = " ".join(each[0].rstrip() for each in found)
    gap = "" if told.is_key else text[told.end : place]
    before = told.value.rstrip() + (" " if "\n" in gap else gap)
    return Comment(
        place,
        words,
        told.key,
        f"{before}{words} {behind}".strip(),
        closed=not told.plain or not told.value or bool(gap.strip()) or "\n" in gap,
        glued=place > 0 and not text[place - 1].isspace(),
    )


def _index(mark: Any) -> int:
    index: int = mark.index
    return index
