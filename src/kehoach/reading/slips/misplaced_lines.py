"""Lines that stand too far in or out, that go on from the one above, or lists without a key."""

import re
from collections.abc import Iterator

from kehoach.diagnostics import Value
from kehoach.reading.slips.slip_rules import INDENT, NO_KEY, NO_LIST_KEY
from kehoach.reading.slips.typed_page import Cure, Parts, TypedPage, in_brackets, parts, quoted
from kehoach.words.yaml_words import scalar

_FEW = 400  # lines that are looked back upon


def indentation(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line, with all that belongs to it, level with what begins above it; the nearest first."""
    line = page.lines[index]
    found = len(line) - len(line.lstrip(" "))
    said = parts(line)
    if said.key not in page.keys and "-" not in said.head:
        return
    levels: dict[int, tuple[str, int]] = {}
    for above in range(index - 1, max(-1, index - _FEW), -1):
        for column, key in _begins(page.lines[above]):
            levels.setdefault(column, (key, above))
    for column in sorted(levels, key=lambda each: (abs(each - found), -each)):
        if column == found:
            continue
        key, above = levels[column]
        lines = dict(_moved(page, index, column - found))
        values: dict[str, Value] = {
            "found": found, "right": column, "key": key, "number": above + 1, "line": line.strip(),
        }  # fmt: skip
        yield Cure(INDENT, index, 0, max(found, 1), lines, values)


def _begins(line: str) -> Iterator[tuple[int, str]]:
    """Yield the columns, from 0, at which a dash or key of a line begins, and what begins there."""
    said = parts(line)
    for dash in re.finditer("-", said.head):
        yield dash.start(), "- "
    if said.key:
        yield len(said.head), said.key


def _moved(page: TypedPage, index: int, by: int) -> Iterator[tuple[int, str]]:
    """Yield a line, and those below that stand further in, so many columns further in."""
    level = len(page.lines[index]) - len(page.lines[index].lstrip(" "))
    for number in range(index, len(page.lines)):
        line = page.lines[number]
        space = len(line) - len(line.lstrip(" "))
        if number > index and line.strip() and space <= level:
            return
        yield number, " " * max(0, space + by) + line.lstrip(" ")


def going_on(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line above with the words that go on in this one; an empty line stays behind."""
    above = page.above(index)
    line = page.lines[index]
    if above is None or not line.strip():
        return
    said = parts(page.lines[above])
    if said.key not in page.free or in_brackets(said.value):
        return
    head = said.head + said.key + (said.colon if said.value else ": ")
    for words in dict.fromkeys(_joined(said, line.strip())):
        new = head + words
        end = len(line.rstrip())
        start = len(line) - len(line.lstrip())
        yield Cure(NO_KEY, index, start, end, {above: new, index: ""}, {"line": new.strip()})


def _joined(said: Parts, rest: str) -> Iterator[str]:
    if said.value[:1] in ("'", '"'):
        yield quoted(f"{said.value.strip(said.value[0])} {rest.strip(said.value[0])}")
    words = f"{said.value} {rest}".strip()
    yield scalar(words)
    yield quoted(words)


def lists(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield a list below its key: below the key of the same line, or one that is missing."""
    line = page.lines[index]
    said = parts(line)
    if said.key in page.keys - page.free and re.match(r"-[ \t]", said.value):
        inner = " " * (len(said.head) + 2)
        new = f"{said.head}{said.key}:\n{inner}{said.value}{said.remark}"
        yield _under(index, said.begin, said.key, new)
    above = page.above(index)
    if re.match(r"-[ \t]", line) and above is not None:
        entry = "\n".join(page.lines[index : index + 8])
        key = "tasks" if re.search(r"\bstatus\s*:", entry) else "reports"
        if key in page.keys:
            yield _under(index, 0, key, f"{key}:\n{line}")


def _under(index: int, at: int, key: str, new: str) -> Cure:
    lines = " ⏎ ".join(f"“{each.strip()}”" for each in new.split("\n"))
    return Cure(NO_LIST_KEY, index, at, at + 1, {index: new}, {"key": key, "lines": lines})
