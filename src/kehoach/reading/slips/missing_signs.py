"""Spaces, colons, commas and dashes that a hand left out."""

import re
from collections.abc import Iterator
from functools import cache

from kehoach.reading.slips.slip_rules import (
    NO_SIGN,
    NO_SPACE,
    REMARK,
    SIGN_WITHIN,
    SURPLUS,
    TOGETHER,
)
from kehoach.reading.slips.typed_page import Cure, Parts, TypedPage, in_brackets, parts

_GLUED_DASH = re.compile(r"([ \t]*)-(?=[^\s-])")
_JSON = re.compile(
    r"(?P<head>[ \t]*(?:-[ \t]+)*)(?P<quote>\"?)(?P<key>\w+)(?P=quote)[ \t]*:[ \t]*"
    r"(?P<value>\"[^\"]*\"|'[^']*'|\[.*\]|\{.*\})(?P<comma>[,;])[ \t]*"
)
_REMARK = re.compile(r"([ \t]*)(//+|/\*+|<!--|;+|--+|%)\s*(.*?)\s*(?:\*/|-->)?")


def spaces(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with a space behind the dash or the colons that lack one."""
    line = page.lines[index]
    if found := _GLUED_DASH.match(line):
        new = f"{found[0]} {line[found.end() :]}"
        for each in (new, _spaced(new, page)):
            yield _cure(index, found.end() - 1, "-", each)
    new = _spaced(line, page)
    if new != line:
        at = (
            next(n for n, (old, made) in enumerate(zip(line, new, strict=False)) if old != made) - 1
        )
        yield _cure(index, at, ":", new)


def _cure(index: int, at: int, sign: str, new: str) -> Cure:
    return Cure(NO_SPACE, index, at, at + 1, {index: new}, {"sign": sign, "line": new.strip()})


def _spaced(line: str, page: TypedPage) -> str:
    """Return a line with a space behind the colon of each key that lacks one."""
    words = _any_of(page.keys)
    new = re.sub(rf"^([ \t]*(?:-[ \t]+)*)({words})[ \t]*:(?=\S)", r"\1\2: ", line)
    if in_brackets(parts(new).value):
        new = re.sub(rf"([{{,]\s*)({words})[ \t]*:(?=[^\s])", r"\1\2: ", new)
    return new


@cache
def _any_of(keys: frozenset[str]) -> str:
    """Return a pattern of the keys that may stand in a file."""
    return "|".join(sorted(map(re.escape, keys), key=len, reverse=True))


def colons(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with a colon behind a key that has none, or another sign in its place."""
    line = page.lines[index]
    words = _any_of(page.keys)
    found = re.match(rf"([ \t]*(?:-[ \t]+)*)({words})(?:[ \t]*(?:=>?|;|->|→)[ \t]*|[ \t]+|$)", line)
    if found:
        rest = line[found.end() :]
        new = f"{found[1]}{found[2]}:{' ' if rest else ''}{rest}"
        yield _missing(index, found.end(2), ":", new)
    if in_brackets(parts(line).value):
        new = re.sub(rf"([{{,]\s*)({words})(?:\s*=\s*|\s+)(?=[^\s:])", r"\1\2: ", line)
        if new != line:
            yield _missing(index, _first_difference(line, new), ":", new)


def commas(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with a comma between the entries in its brackets."""
    line = page.lines[index]
    if in_brackets(parts(line).value):
        new = re.sub(rf"(?<=[^\s,{{\[])[;,]?\s+(?=(?:{_any_of(page.keys)}): )", ", ", line)
        new = re.sub(r"(?<=[\]}])\s*(?=[{\[])", ", ", new)
        if new != line:
            yield _missing(index, _first_difference(line, new), ",", new)


def _first_difference(line: str, new: str) -> int:
    return next(n for n, (old, made) in enumerate(zip(line, new, strict=False)) if old != made)


def _missing(index: int, at: int, sign: str, new: str) -> Cure:
    return Cure(NO_SIGN, index, at, at + 1, {index: new}, {"sign": sign, "line": new.strip()})


def dashes(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line as the first of a new entry, where it says again the key that begins the one above."""
    line = page.lines[index]
    said = parts(line)
    column = len(said.head)
    above = (parts(each) for each in reversed(page.lines[:index]))
    first = next((each for each in above if len(each.head) <= column and "-" in each.head), None)
    if "-" in said.head or first is None or (len(first.head), first.key) != (column, said.key):
        return
    new = f"{first.head}{line.lstrip()}"
    values = {"sign": "- ", "line": new.strip()}
    yield Cure(NO_SIGN, index, column, len(line.rstrip()), {index: new}, values)


def together(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the keys of a line that holds several, in braces, or a line for each."""
    line = page.lines[index]
    said = parts(line)
    if in_brackets(said.value) or said.key not in page.keys:
        return
    nested = said.key not in page.free and _key_at(page, said.value) is not None
    pieces = _parted(page, said.value if nested else f"{said.key}: {said.value}", said.key)
    if not nested and len(pieces) == 1:
        return
    key = pieces[0 if nested else 1].partition(":")[0].rstrip()  # each piece begins with one
    at = line.index(key, said.begin)
    new = _in_braces(page, index, said, pieces, nested=nested)
    values = {"key": key, "brackets": "{…}", "line": new.strip().replace("\n", " ⏎ ")}
    yield Cure(TOGETHER, index, at, at + len(key), {index: new}, values)


def _key_at(page: TypedPage, words: str) -> str | None:
    """Return the key with which some words begin."""
    found = re.match(rf"({_any_of(page.keys)})[ \t]*:(?:[ \t]|$)", words)
    return found[1] if found else None


def _parted(page: TypedPage, words: str, key: str) -> list[str]:
    """Return the entries of which words consist; among free words a comma stands before each."""
    apart = "[,;]" if key in page.free else "[,;]?"  # words may well speak of a date:
    pieces = re.split(rf"{apart}[ \t]+(?=(?:{_any_of(page.keys)}):(?: |$))", words)
    return [each.strip(" \t,;") for each in pieces]


def _in_braces(page: TypedPage, index: int, said: Parts, pieces: list[str], *, nested: bool) -> str:
    """Return a line with its entries in braces, or lines where they are part of a longer entry."""
    braces = f"{{{', '.join(pieces)}}}"
    if nested:
        return f"{said.head}{said.key}: {braces}{said.remark}"
    if "-" in said.head and not _goes_on(page, index, len(said.head)):
        return f"{said.head}{braces}{said.remark}"
    return said.head + f"\n{' ' * len(said.head)}".join(pieces) + said.remark


def _goes_on(page: TypedPage, index: int, column: int) -> bool:
    """Say whether the next line holds a key of the same entry."""
    below = next((line for line in page.lines[index + 1 :] if line.strip()), "")
    said = parts(below)
    return bool(said.key) and len(said.head) == column and "-" not in said.head


def comma_within(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with words in quotes that hold a comma, which parts entries between brackets."""
    line = page.lines[index]
    if not in_brackets(parts(line).value):
        return
    free = _any_of(page.free)
    for found in re.finditer(rf"(?<=[{{,\s])({free}): *([^\"'\[\]{{}}:]+)(?=[}}\]]|$)", line):
        words = re.split(rf", *(?=(?:{_any_of(page.keys)})$)", found[2])[0].rstrip()
        if "," in words:
            begin, at = found.start(2), found.start(2) + words.index(",")
            new = f'{line[:begin]}"{words}"{line[begin + len(words) :]}'
            yield Cure(
                SIGN_WITHIN, index, at, at + 1, {index: new}, {"sign": ",", "line": new.strip()}
            )


def signs_of_json(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line without the comma at its end, as JSON has it, and the quotes around its key."""
    line = page.lines[index]
    if found := _JSON.fullmatch(line):
        new = f"{found['head']}{found['key']}: {found['value']}"
        at = found.start("comma")
        values = {"sign": line[at], "line": new.strip()}
        yield Cure(SURPLUS, index, at, at + 1, {index: new}, values)


def remarks(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line as a remark, where it begins as remarks of other languages do."""
    if (found := _REMARK.fullmatch(page.lines[index])) and found[2]:
        new = f"{found[1]}# {found[3]}"
        values = {"sign": found[2], "line": new.strip()}
        yield Cure(REMARK, index, found.end(1), found.end(2), {index: new}, values)
