"""YAML as plain text values: composed once by libyaml, with every trap of YAML 1.1 closed.

Scalars stay the text that stands in the file (``06``, ``NO``, ``17:00``); only an empty value,
``~`` and ``null`` are nothing. Marks are not kept: a file is looked through again only when a
finding in it must be placed (``positions``).
"""

import codecs
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from kehoach.diagnostics import Finding, Place, Rule
from kehoach.reading.comments import comments
from kehoach.reading.finding_bounds import MOST_TOLD, untold
from kehoach.reading.slips.break_words import break_words
from kehoach.reading.yaml_files import value_counts as counts
from kehoach.reading.yaml_files.conflict_marks import conflict_at
from kehoach.reading.yaml_files.plain_yaml import plain_mapping
from kehoach.reading.yaml_files.quoted_line import line_in_quotes
from kehoach.reading.yaml_files.text_marks import Mark, mark_at
from kehoach.reading.yaml_files.yaml_loader import NOTHING, Loader
from kehoach.reading.yaml_files.yaml_rules import (
    ALIAS,
    CONFLICT,
    DOCUMENTS,
    DUPLICATE_KEY,
    EMPTY,
    ENCODING,
    POINTER,
    SHAPE,
    SYNTAX,
    TAG,
    TOO_MANY,
)
from kehoach.words import Text

MAX_DEPTH = 50
# What libyaml's reader refuses, less the line ends and tab that it takes.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\r")
_RARE_LEADS = (b"\xc2", b"\xef\xbf")
"""With which the UTF-8 of what else is refused begins: U+0080 to U+009F, U+FFFE and U+FFFF."""
# Line ends to libyaml, but not to editors and git: lines would be counted differently.
_OTHER_BREAKS = ("\x85", "\u2028", "\u2029")
BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line, to libyaml and to editors."""
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_POINTERS = ("version https://git-lfs.github.com/spec/", "version https://hawser.github.com/spec/")
_PERHAPS_GLUED = re.compile(r"\S#")
_GLUED = Text("trước dấu # của chú thích phải có dấu cách", "a comment needs a space before its #")
_TOO_DEEP = Text(f"lồng quá {MAX_DEPTH} tầng", f"nested more than {MAX_DEPTH} deep")
_NO_WORD = Text("khoá không phải là một từ", "a key is not a plain word")
_NOT_MAPPING = Text("tệp không phải là bảng “khoá: giá trị”", "the file is no “key: value” mapping")

Value = Any  # str, None, or lists and dicts of them


class Refused(Exception):  # noqa: N818 - it carries a finding, it is no error of the program
    """The file breaks a rule, so that nothing in it can be used."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule.code)
        self.finding = finding


def decode(raw: bytes, file: str) -> str:
    """Return the text of a file.

    Raises:
        Refused: it is not UTF-8, or holds characters that no text file should.
    """
    if raw.startswith(_WIDE_MARKS) or raw[1:2] == b"\0":
        raise Refused(_finding(ENCODING, file, Mark(1, 1), reason="UTF-16"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mark = mark_at(raw[: error.start].decode("utf-8", "replace"))
        byte = f"byte 0x{raw[error.start]:02X}"
        raise Refused(_finding(ENCODING, file, mark, reason=byte)) from None
    # Hardly a file has a sign of those: its bytes tell ten times faster than its letters.
    odd = len(raw.translate(None, _CONTROLS)) < len(raw) or any(each in raw for each in _RARE_LEADS)
    if odd and (match := _UNPRINTABLE.search(text)):
        mark = mark_at(text[: match.start()])
        raise Refused(_finding(ENCODING, file, mark, reason=f"U+{ord(match[0]):04X}"))
    for sign in _OTHER_BREAKS:
        if sign in text:
            text = text.replace(sign, " ")
    return text


def read_mapping(text: str, file: str, kind: str) -> tuple[dict[str, Value], list[Finding]]:
    """Return the one mapping that a file holds, all scalars as text, and what it breaks.

    With any finding the mapping is good only for finding more mistakes in it.

    Raises:
        Refused: nothing can be read at all; the finding says where.
    """
    plain = plain_mapping(text)
    data, found = read_by_libyaml(text, file, kind) if plain is None else (plain, [])
    if over := counts.overfull(data, text, kind):
        raise Refused(_finding(TOO_MANY, file, Mark(1, 1), most=over[0], what=over[1]))
    return data, found


def read_by_libyaml(text: str, file: str, kind: str) -> tuple[dict[str, Value], list[Finding]]:
    """Return the same of any file, however it is written.

    Raises:
        Refused: as ``read_mapping``.
    """
    if text.startswith(_POINTERS):
        raise Refused(_finding(POINTER, file, Mark(1, 1)))
    _refuse_conflict(text, file)
    builder = _Builder(text, file, counts.most_values(kind))
    try:
        value = builder.document(kind)
    except yaml.YAMLError as error:
        _refuse_conflict(text, file, broken=True)
        raise Refused(_syntax(error, text, file)) from None
    if not isinstance(value, dict):
        raise Refused(_finding(SHAPE, file, Mark(1, 1), reason=_NOT_MAPPING))
    for comment in comments(text) if "#" in text and _PERHAPS_GLUED.search(text) else ():
        if comment.glued:
            raise Refused(_finding(SYNTAX, file, mark_at(text[: comment.place]), reason=_GLUED))
    return value, builder.findings


def _refuse_conflict(text: str, file: str, *, broken: bool = False) -> None:
    if (at := conflict_at(text, broken=broken)) is not None:
        raise Refused(_finding(CONFLICT, file, mark_at(text[:at])))


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Finding:
    if not isinstance(error, yaml.MarkedYAMLError):
        return _finding(SYNTAX, file, Mark(1, 1), reason=break_words(""))
    at = error.problem_mark or error.context_mark
    # libyaml ends a text whose last line has no end on a line below.
    mark = min(Mark(at.line + 1, at.column + 1), mark_at(text)) if at else Mark(1, 1)
    return _finding(SYNTAX, file, mark, reason=break_words(error.problem or str(error.context)))


def _finding(rule: Rule, file: str, mark: Mark, **values: str | int | Text) -> Finding:
    return Finding(rule, Place(file, (), mark), values)


class _Builder:
    """Builds plain values from parser events, refusing what is not allowed."""

    def __init__(self, text: str, file: str, most: int) -> None:
        self._text, self._file = text, file
        self._most = self._left = most
        self._next: Callable[[], Event] = Loader(text).get_event
        self._depth = 0
        self._lines: list[str] = []
        self.findings: list[Finding] = []

    def document(self, kind: str) -> Value:
        """Return the value of the single document."""
        self._next()
        start = self._next()
        if isinstance(start, StreamEndEvent):
            raise Refused(_finding(EMPTY, self._file, mark_at(self._text), kind=kind))
        event = self._next()
        if isinstance(event, ScalarEvent) and event.value == "" and event.implicit[0]:
            end = min(_mark(event), mark_at(self._text))
            raise Refused(_finding(EMPTY, self._file, end, kind=kind))
        value = self._value(event)
        self._next()
        rest = self._next()
        if isinstance(rest, DocumentStartEvent):
            raise Refused(self._finding(DOCUMENTS, rest))
        return value

    def _value(self, event: Any) -> Value:
        # By class, not isinstance: this is asked for every word of a file, and libyaml has no subclasses.
        kind = type(event)
        self._left -= 1
        if self._left < 0:
            raise Refused(self._finding(TOO_MANY, event, most=self._most, what=counts.VALUES))
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._note(ALIAS, event, text=f"*{event.anchor}", line=self._line(event))
            return None
        self._check(event)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Refused(self._finding(SHAPE, event, reason=_TOO_DEEP))
        value = self._mapping() if kind is MappingStartEvent else self._sequence()
        self._depth -= 1
        return value

    def _sequence(self) -> list[Value]:
        values = []
        take = self._next
        while type(event := take()) is not SequenceEndEvent:
            values.append(self._value(event))
        return values

    def _mapping(self) -> dict[str, Value]:
        values: dict[str, Value] = {}
        first: dict[str, Event] = {}
        take = self._next
        while type(event := take()) is not MappingEndEvent:
            key = self._key(event)
            value = self._value(take())
            if key in first:
                self._note(DUPLICATE_KEY, event, key=key, line=_mark(first[key]).line)
            else:
                first[key] = event
                values[key] = value
        return values

    def _key(self, event: Event) -> str:
        if not isinstance(event, ScalarEvent):
            raise Refused(self._finding(SHAPE, event, reason=_NO_WORD))
        if event.value == "<<" and event.implicit[0]:
            self._note(ALIAS, event, text="<<", line=self._line(event))
        if event.anchor is not None or event.tag is not None:
            self._check(event)
        return str(event.value)

    def _scalar(self, event: ScalarEvent) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self._check(event)
        value: str = event.value
        if event.implicit[0] and value in NOTHING:
            return None
        return value if value.isascii() else unicodedata.normalize("NFC", value)

    def _check(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Note anchors and tags."""
        if event.anchor is not None:
            self._note(ALIAS, event, text=f"&{event.anchor}", line=self._line(event))
        if event.tag is not None:
            self._note(TAG, event, text=event.tag, line=self._line(event))

    def _line(self, event: Event) -> str:
        line, column = _mark(event)
        self._lines = self._lines or BREAK.split(self._text)
        return line_in_quotes(self._lines[line - 1], column)

    def _note(self, rule: Rule, event: Event, **values: str | int | Text) -> None:
        if len(self.findings) == counts.MOST_WRONG:
            raise Refused(self._finding(TOO_MANY, event, most=counts.MOST_WRONG, what=counts.WRONG))
        place, few = Place(self._file, (), _mark(event)), len(self.findings) < MOST_TOLD
        self.findings.append(Finding(rule, place, values) if few else untold(place))

    def _finding(self, rule: Rule, event: Event, **values: str | int | Text) -> Finding:
        return _finding(rule, self._file, _mark(event), **values)


def _mark(event: Event) -> Mark:
    """Return where an event begins."""
    mark = event.start_mark
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
