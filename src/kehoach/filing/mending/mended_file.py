"""The bytes of a file, mended as far as nobody can have meant anything else.

A file that could be read says the same afterwards: only its signs, line ends and a curly quote around an
id are others. Of one that could not be read, what is mended is what leaves one reading alone.
"""

import codecs
import unicodedata
from collections import Counter
from typing import Any

from pydantic import BaseModel

from kehoach.diagnostics import Severity
from kehoach.filing.mending.certain_lines import certain_lines
from kehoach.filing.mending.certain_values import certain_values, uncurled
from kehoach.reading.file_reading import read_file
from kehoach.reading.yaml_files.yaml_rules import CONFLICT, POINTER
from kehoach.reading.yaml_files.yaml_text import BREAK, Refused, decode, read_mapping


def mended(raw: bytes, file: str, model: type[BaseModel]) -> bytes:
    """Return the bytes of a file with what is certain put right; the same where nothing is.

    Untouched is what is no text, what git left its marks in, and whatever would be no better for it.
    """
    try:
        decode(raw, file)
    except Refused:
        return raw
    if {each.rule for each in read_file(raw, file, model, "").findings} & {CONFLICT, POINTER}:
        return raw
    text = raw.removeprefix(codecs.BOM_UTF8).decode()
    text = _alike_ends(unicodedata.normalize("NFC", text))
    text = certain_values(certain_lines(text, file, model), file, model)
    made = text.encode()
    return made if _is_better(raw, made, file, model) else raw


def _alike_ends(text: str) -> str:
    """Return a text whose lines all end as most of them do; of a tie, as git has them."""
    ends = Counter(BREAK.findall(text))
    if len(ends) < 2:  # noqa: PLR2004 - one way to end a line is none too many
        return text
    most = max(("\n", "\r\n", "\r"), key=lambda end: ends[end])
    return BREAK.sub(most, text)


def _is_better(raw: bytes, made: bytes, file: str, model: type[BaseModel]) -> bool:
    """Say whether no mistake is new, and what could be read says what it said."""
    before, after = _errors(raw, file, model), _errors(made, file, model)
    wrong = before > (False, 0)
    return after <= before and (wrong or _said(raw, file) == _said(made, file))


def _errors(raw: bytes, file: str, model: type[BaseModel]) -> tuple[bool, int]:
    """Return whether a file cannot be read, which is worse than any mistake, and how many it has."""
    found = read_file(raw, file, model, "").findings
    unread = any(each.rule.code == "KH103" for each in found)
    return unread, sum(each.rule.severity is Severity.ERROR for each in found)


def _said(raw: bytes, file: str) -> Any:
    return uncurled(read_mapping(decode(raw, file), file, "")[0])
