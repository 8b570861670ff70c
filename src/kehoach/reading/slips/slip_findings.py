"""What is told of a file with slips: each of them, and what is wrong in what it was meant to say."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from kehoach.diagnostics import Finding, Place
from kehoach.grouping import group_by
from kehoach.reading.finding_bounds import bounded
from kehoach.reading.lost_words import free_keys, keys
from kehoach.reading.model_values import validate
from kehoach.reading.places import spots
from kehoach.reading.slips.break_words import break_words
from kehoach.reading.slips.breaks import Break
from kehoach.reading.slips.curly_values import curly_values
from kehoach.reading.slips.search import Slips, slips
from kehoach.reading.slips.typed_page import Cure
from kehoach.reading.value_rules import UNKNOWN_KEY
from kehoach.reading.yaml_files.yaml_rules import DUPLICATE_KEY, SYNTAX
from kehoach.reading.yaml_files.yaml_text import BREAK, Refused, decode, read_mapping

_PERHAPS = (SYNTAX, UNKNOWN_KEY, DUPLICATE_KEY)
"""What may come of a slip that another rule tells better."""
_MOST = 300_000
"""Bytes of a file that are tried: nobody types more."""
_ENOUGH = 12  # signs by which words are found again


def with_slips(raw: bytes, model: type[BaseModel], findings: Sequence[Finding]) -> list[Finding]:
    """Return what is wrong with a file, told by the slips of the hand where it comes of some."""
    if len(raw) > _MOST or not any(each.rule in _PERHAPS for each in findings):
        return [*findings]
    file = findings[0].place.file
    text = decode(raw, file)
    found = slips(text, keys(model), free_keys(model))
    if not found.found and found.left is None:
        return [*findings]
    told = [_slip(file, each) for each in group_by(found.found, lambda cure: cure.row).values()]
    rest = [_unknown(file, found, found.left)] if found.left else _values(found, text, file, model)
    return bounded([*told, *rest])


def _slip(file: str, cures: Sequence[Cure]) -> Finding:
    """Return the finding for a line: its first slip, with the line as all its cures make it."""
    first, last = cures[0], cures[-1]
    line = last.values.get("line", first.values.get("line", ""))
    values = {**first.values, "line": line} if "line" in first.values else first.values
    mark = first.row + 1, first.start + 1
    return Finding(first.rule, Place(file, (), mark, end=first.end + 1), values)


def _unknown(file: str, found: Slips, broken: Break) -> Finding:
    """Return the finding for what no cure was found for."""
    mark = found.page.row(broken.at.line) + 1, broken.at.column
    return Finding(SYNTAX, Place(file, (), mark), {"reason": break_words(broken.problem)})


def _values(found: Slips, original: str, file: str, model: type[BaseModel]) -> list[Finding]:
    """Return what is wrong in the text without its slips, at its place in the file."""
    text = found.page.text()
    try:
        data, wrong = read_mapping(text, file, "")
    except Refused as refused:
        return [refused.finding]
    if "schema" not in data:
        return []  # hardly a file of ours: what it lacks is told once it can be read
    wrong = [*wrong, *validate(model, data, file, len(text))[1]]
    wrong += curly_values(data, text, file, wrong)
    return [*_placed(wrong, text, found, BREAK.split(original))]


def _placed(wrong: list[Finding], text: str, found: Slips, lines: list[str]) -> Iterator[Finding]:
    made = text.split("\n")
    places = spots(text, [each.place.route for each in wrong])
    for each in wrong:
        route = each.place.route
        spot = places.get(route)
        mark = each.place.mark or (spot and (spot.key if each.place.key else spot.value)) or (1, 1)
        yield each._replace(place=each.place._replace(mark=_in_file(mark, found, made, lines)))


def _in_file(
    mark: tuple[int, int], found: Slips, made: list[str], lines: list[str]
) -> tuple[int, int]:
    """Return where in the file something stands that stands at ``mark`` in the text without slips."""
    row, (line, column) = found.page.row(mark[0]), mark
    words = made[line - 1][column - 1 :][:_ENOUGH].split(" ")[0]
    at = lines[row].find(words, max(0, column - _ENOUGH)) if words else -1
    return row + 1, column if at < 0 else at + 1
