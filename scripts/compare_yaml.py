"""Compare the two ways of reading YAML on files that were changed at random.

    python scripts/compare_yaml.py 1000000

Whatever is read line by line (``reading/yaml_files/plain_yaml.py``) must be what libyaml reads: the same
values, no mistake, no word lost in a comment, and every key and value at the same place. It ends with 1
at the first file for which that does not hold, and prints it.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from itertools import chain, product
from typing import NamedTuple

from kehoach.diagnostics import Finding, Route
from kehoach.reading.comments import comments
from kehoach.reading.places import spots_by_libyaml
from kehoach.reading.yaml_files.plain_places import plain_spots
from kehoach.reading.yaml_files.plain_yaml import plain_mapping
from kehoach.reading.yaml_files.yaml_text import Refused, decode, read_by_libyaml

_FILES = (
    """\
schema: kehoach/submission@1
plan: "06"
agency: so-tai-chinh
draft: true
document: {number: 12/BC-STC, date: 2026-01-31, signer: 'Nguyễn Văn A'}
note: Số liệu đến ngày 31/12, chưa đầy đủ
reports:
  - {item: III.1.c, period: 2025}
  - item: III.2
    nil: true
tasks:
  - item: II.1
    period: 2025-Q4
    status: done
    completed: 2025-12-20
    evidence: [{number: 606/KH, date: 2025-12-20, title: "Kế hoạch, lần 2"}, {number: 7}]
  - item: "II.2"
    status: in_progress
    evidence:
      - {number: 5/QĐ, date: 2025-11-02}
      - number: 6/QĐ
        title:
    note: null
""",
    """\
# Báo cáo

agencies:
- id: so-tai-chinh
  name: Sở Tài chính
  variants: [Sở TC, "STC", tài chính]
  valid:
      from: 2020-01-01
  # đã hợp nhất
  successors: []
- id: so-noi-vu
  names:
  - {name: Sở Nội vụ, from: 2021-02-03}
groups: {}
sources:
  a: b
""",
)
_SIGNS = (
    *":#-?[]{},&*!|>'\"%@` \t\n\r~\\_/=<.", ": ", " #", "- ", "\n  ", "\n- ", "\r\n", "  ", "null", "~",
    "<<", "---", "...", "é", "e\u0301", "\u00a0", "\u0085", "\u2028", "\ufeff", "đ", "9", "a", "true",
    "item:", "x: y", "{a: b}", "[a, b]", '"a"', "'a'", "''", '""', "# a", "#a", "\u0301", "😀", " " * 5,
    "b" * 130, "c" * 1100, "² ", "{}", "[]", ", ", "\u200b", "1_000", "|-", ">", "&x", "*x", "!!str ", "? ",
    "<<<<<<< ", "".join(f"\n{' ' * each}k:" for each in range(55)),
)  # fmt: skip


_STEP = 7
_VALUES = (
    "", "", "", "x", "2025", '"y"', "'z'", "{a: b}", "[c, d]", "[{a: b}, {c: d}]", "null", "{}", "x y",
    "-", "|", "|-", "x:y",
)  # fmt: skip


_HEADS = ("k: |", "k: |-", "- k: |", "j:\n  k: |", "j:\n- k: |-")
_LINES = (
    "", "  ", "    ", "      ", "  x", "    x", "     x", "# y", "  # y", "    # y", "a: b", "  a: b",
    "    a: b", "- x", "  - x", "x",
)  # fmt: skip
_PLACES = (
    "k: …\n", "k:\n- …\n", "k: {a: …}\n", "k: [{a: b}, …]\n", 'k: "…"\n', "k: '…'\n", "k: |\n  …\n",
    "…: x\n", "a: b\n…", " …\n", "k:\n  a: …\n  b: c\n",
)  # fmt: skip
_EACH = "a -:#\"'\\n|[]{},~.\n\r\té\u0301"


class Difference(NamedTuple):
    """A file that the two ways read differently, and what each of them says."""

    text: str
    plain: object
    libyaml: object


def changed_files(number: int, seed: int = 1) -> Iterator[str]:
    """Yield so many files, nearly each of them changed in a few places."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(number):
        text = chance.choice((*_FILES, _composed(chance)))
        for _ in range(chance.randrange(5)):
            change = chance.choice(_CHANGES)
            text = change(text, chance)
        yield text


def lines_in_and_behind_blocks(most: int) -> Iterator[str]:
    """Yield every file in which up to so many lines of a few kinds follow the beginning of a block."""
    for head, number, end in product(_HEADS, range(1, most + 1), ("", "\n", "\n\n")):
        for lines in product(_LINES, repeat=number):
            yield "\n".join((head, *lines)) + end


def signs_in_values(most: int) -> Iterator[str]:
    """Yield every file in which up to so many signs stand in the place of a value."""
    for place, number in product(_PLACES, range(most + 1)):
        for signs in product(_EACH, repeat=number):
            yield place.replace("…", "".join(signs))


def _composed(chance: random.Random) -> str:
    """Return a few lines that stand further in or out, as it happens."""
    lines = []
    column = 0
    for _ in range(chance.randrange(2, 12)):
        dash, key = chance.choice(("", "", "- ")), chance.choice((*"abcdefgh", ""))
        value = chance.choice(_VALUES)
        lines.append(" " * column + dash + (f"{key}: {value}" if key else value))
        column = max(0, column + chance.choice((0, 0, 0, 0, 2, 2, -2, -2, -4, 1, -column)))
    return "\n".join(lines) + chance.choice(("\n", "", "\n\n"))


def _with_sign(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    sign: str = chance.choice(_SIGNS)
    return text[:place] + sign + text[place:]


def _without(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + text[place + chance.randrange(1, 4) :]


def _moved(text: str, chance: random.Random) -> str:
    """Return a text of which a line stands further in or further out."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    by = chance.choice((-4, -3, -2, -1, 1, 2, 3, 4))
    lines[place] = " " * by + lines[place] if by > 0 else lines[place][-by:]
    return "\n".join(lines)


def _lines_changed(text: str, chance: random.Random) -> str:
    """Return a text of which a line was taken away, said twice, moved, or cut."""
    lines = text.split("\n")
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[place] if chance.random() < 1 / 2 else lines.pop(place)
    lines.insert(other, line[: chance.choice((len(line), chance.randrange(len(line) + 1)))])
    return "\n".join(lines)


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _with_sign, _without, _moved, _lines_changed,
)  # fmt: skip


def difference(text: str) -> Difference | None:
    """Return how the two ways differ on a file; nothing where they agree, or only libyaml reads it."""
    plain = plain_mapping(text)
    if plain is None:
        return None
    found: list[Finding]
    try:
        mapping, found = read_by_libyaml(text, "", "submission")
    except Refused as refused:
        return Difference(text, plain, refused.finding)
    said = (mapping, found, comments(text))
    if said != (plain, [], ()) or repr(plain) != repr(mapping):
        return Difference(text, plain, said)
    return _misplaced(text, mapping)


def _misplaced(text: str, mapping: object) -> Difference | None:
    """Return how the two ways differ on where some keys and values stand, each asked for by itself."""
    for route in list(_routes(mapping, ()))[len(text) % _STEP :: _STEP]:
        wanted = {route[:end] for end in range(len(route) + 1)}
        plain, libyaml = plain_spots(text, wanted), spots_by_libyaml(text, wanted)
        if plain is not None and plain != libyaml:
            return Difference(text, plain, libyaml)
    return None


def _routes(value: object, route: Route) -> Iterator[Route]:
    """Yield the route to everything in a value, and to some things that are not in it."""
    yield route
    yield (*route, "missing")
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from _routes(value[key], (*route, key))


def main() -> int:
    """Compare as many files as are asked for; return 1 at the first difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    plain = 0
    tried = chain(
        changed_files(asked.files, asked.seed), lines_in_and_behind_blocks(2), signs_in_values(2)
    )
    for text in tried:
        try:
            text = decode(text.encode(), "")  # noqa: PLW2901 - what is read is always decoded
        except Refused:
            continue
        if found := difference(text):
            print(*found, sep="\n---\n")
            return 1
        plain += plain_mapping(text) is not None
    print(f"{asked.files} files and what is always tried: {plain} read line by line, all the same")
    return 0


if __name__ == "__main__":
    sys.exit(main())
