"""Quotes and brackets: closed where a hand forgot it, put around words that YAML cannot take."""

import re
from collections.abc import Iterator

from kehoach.diagnostics import Rule
from kehoach.reading.slips.slip_rules import (
    FIRST_SIGN,
    QUOTE_WITHIN,
    SIGN_WITHIN,
    SURPLUS,
    UNCLOSED,
)
from kehoach.reading.slips.typed_page import Cure, TypedPage, in_brackets, parts, quoted

_CLOSING = {"[": "]", "{": "}"}
_FIRST = "%@`*&!|>?-[]{},#"
_BEGINS = re.compile(r"(?:^[ \t]*(?:-[ \t]+)*|(?<=[:,\[{])\s*)(?=[\"'])")
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_PIECE = re.compile(rf"{_STRING.pattern}|.", re.DOTALL)
_TAIL = re.compile(r"[ \t]*[\]}]+[ \t,]*$")


def brackets(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with its brackets matched: those missing added, those too many left out."""
    line = page.lines[index]
    said = parts(line)
    if not in_brackets(said.value):
        return
    opened, made, wrong = _matched(said.value)
    missing = "".join(_CLOSING[each] for _, each in reversed(opened))
    new = line[: said.begin] + made + missing + said.remark
    if wrong is not None:
        at = said.begin + wrong
        values = {"sign": line[at], "line": new.strip()}
        yield Cure(SURPLUS, index, at, at + 1, {index: new}, values)
    elif opened:
        place, sign = opened[0]
        at = said.begin + place
        values = {"sign": sign, "right": _CLOSING[sign], "line": new.strip()}
        yield Cure(UNCLOSED, index, at, at + 1, {index: new}, values, closes=True)


def _matched(value: str) -> tuple[list[tuple[int, str]], str, int | None]:
    """Return what stays open in a value, the value with matching brackets, and the first that does not."""
    opened: list[tuple[int, str]] = []
    made, wrong = "", None
    for found in _PIECE.finditer(value):
        sign = found[0]
        if sign in _CLOSING:
            opened.append((found.start(), sign))
        elif sign in ("]", "}") or (sign == ")" and "(" not in value[: found.start()]):
            closing = _closed(opened)
            wrong = found.start() if wrong is None and closing != sign else wrong
            sign, opened = closing, opened[:-1]
        made += sign
    return opened, made, wrong


def _closed(opened: list[tuple[int, str]]) -> str:
    """Return what closes the bracket opened last; nothing where none is open."""
    return _CLOSING[opened[-1][1]] if opened else ""


def later_brackets(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the brackets closed at the end of a line below the one that opens them; the nearest first.

    All lines from there on stand further in than that one.
    """
    least = _level(page.lines[index])
    for begin in range(index - 1, max(-1, index - 200), -1):
        line = page.lines[begin]
        said, level = parts(line), _level(line)
        if level < least and in_brackets(said.value):
            whole = "\n".join((said.value, *page.lines[begin + 1 : index + 1]))
            opened, _, wrong = _matched(whole)
            if opened and wrong is None:
                place, sign = opened[0]
                at = said.begin + place
                closing = "".join(_CLOSING[each] for _, each in reversed(opened))
                new = page.lines[index].rstrip() + closing
                values = {"sign": sign, "right": closing, "line": new.strip()}
                yield Cure(UNCLOSED, begin, at, at + 1, {index: new}, values)
        least = min(least, level) if line.strip() else least


def _level(line: str) -> int:
    """Return how many columns further in than the page a line stands."""
    return len(line) - len(line.lstrip(" "))


def quotes(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with the quotes closed that are open at its end."""
    line = page.lines[index]
    at = open_quote(line)
    if at is None:
        return
    sign = line[at]
    for end in dict.fromkeys(_ends(line, at)):
        new = line[:end].rstrip() + sign + line[end:]
        if in_brackets(parts(line).value):
            opened, made, wrong = _matched(new[(begin := parts(new).begin) :])
            if opened and wrong is None:
                new = new[:begin] + made + "".join(_CLOSING[each] for _, each in reversed(opened))
        values = {"sign": sign, "right": sign, "line": new.strip()}
        yield Cure(UNCLOSED, index, at, at + 1, {index: new}, values, closes=True)


def open_quote(line: str) -> int | None:
    """Return where the quotes begin that are not closed on a line."""
    place = 0
    while found := _BEGINS.search(line, place):
        string = _STRING.match(line, found.end())
        if string is None:
            return found.end()
        place = string.end()
    return None


def _ends(line: str, at: int) -> Iterator[int]:
    """Yield where a quoted value may end."""
    if in_brackets(parts(line).value):
        for found in re.finditer(r", *(?:[a-z_]+): ", line[at:]):
            yield at + found.start()
            break
        if tail := _TAIL.search(line, at):
            yield tail.start()
    yield len(line.rstrip())


def inner_quotes(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with a value put in other quotes, in which its own are words."""
    line = page.lines[index]
    for begin, end in _values(line):
        value = line[begin:end]
        at = _ends_early(value)
        if at is None:
            continue
        whole = value[1:-1] if len(value) > 1 and value[-1] == value[0] else value
        for words in (whole, value):
            new = line[:begin] + quoted(words) + line[end:]
            values = {"sign": value[at], "line": new.strip()}
            yield Cure(QUOTE_WITHIN, index, begin + at, begin + at + 1, {index: new}, values)


def _ends_early(value: str) -> int | None:
    """Return where a value in quotes ends too early, or a backslash stands in it; ``None``: nowhere."""
    if value[:1] not in ("'", '"'):
        return None
    string = _STRING.match(value)
    if string is None:
        return 0
    if string.end() < len(value):
        return string.end() - 1
    return value.find("\\") if "\\" in value else None


def words_in_quotes(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with a value put in quotes that holds signs of YAML's own."""
    line = page.lines[index]
    for begin, end in _values(line):
        value = line[begin:end]
        if not value or value[0] in "\"'":
            continue
        new = line[:begin] + quoted(value) + line[end:]
        for rule, sign, at in _signs(value):
            place = begin + at
            values = {"sign": sign, "line": new.strip()}
            yield Cure(rule, index, place, place + len(sign), {index: new}, values)
            break


def hidden_brackets(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with a value in quotes whose # hides the brackets that follow."""
    line = page.lines[index]
    if in_brackets(parts(line).value):
        yield from (each for each in words_in_quotes(page, index) if each.values["sign"] == "#")


def _signs(value: str) -> Iterator[tuple[Rule, str, int]]:
    if value[0] in _FIRST:
        yield FIRST_SIGN, value[0], 0
    if found := re.search(r"(?<=\s)#|:(?=\s|$)|[{}\[\],]", value):
        yield SIGN_WITHIN, found[0], found.start()


def _values(line: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the values of a line reach, as far as words may be meant."""
    said = parts(line)
    if in_brackets(said.value):
        found = [*re.finditer(r"[{,]\s*[A-Za-z_]+: +", line)]
        last = len(line.rstrip()) - len(_tail(line))
        for here, end in zip(found, [*(each.start() for each in found[1:]), last], strict=False):
            yield here.end(), len(line[:end].rstrip())
    end = len(line.rstrip())
    if said.key or "-" in said.head:
        yield said.begin, len(line) - len(said.remark)
        if said.remark.strip():
            yield said.begin, end


def _tail(line: str) -> str:
    found = _TAIL.search(line)
    return found[0].strip() if found else ""
