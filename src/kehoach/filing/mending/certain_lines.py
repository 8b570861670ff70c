"""Lines that YAML cannot read, mended where they leave one reading alone."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from kehoach.reading.lost_words import free_keys, keys
from kehoach.reading.slips.search import Slips, slips
from kehoach.reading.slips.slip_rules import NO_SPACE, STRANGE_SIGN, TAB
from kehoach.reading.slips.strange_signs import tabs
from kehoach.reading.slips.typed_page import Cure, TypedPage
from kehoach.reading.yaml_files.yaml_text import BREAK, Refused, read_mapping

_CERTAIN = (TAB, STRANGE_SIGN, NO_SPACE)


def certain_lines(text: str, file: str, model: type[BaseModel]) -> str:
    """Return a text with the lines put right in which only one thing can be meant."""
    found = slips(text, keys(model), free_keys(model))
    if not found.found:
        return text
    lines, ends = BREAK.split(text), [*BREAK.findall(text), ""]
    new = _certain(found, TypedPage(tuple(lines), found.page.keys, found.page.free), file)
    return "".join(new.get(row, line) + ends[row] for row, line in enumerate(lines))


def _certain(found: Slips, page: TypedPage, file: str) -> dict[int, str]:
    """Return the lines that only certain cures touch, by their index."""
    new: dict[int, str] = {}
    doubtful: set[int] = set()
    meant = _meaning(found.page, {}, file)
    for cure in found.found:
        if cure.rule not in _CERTAIN or _otherwise(found, page, cure, meant, file):
            doubtful.update(cure.lines)
        new.update(cure.lines)
        page = page.with_lines(cure.lines)
    return {row: line for row, line in new.items() if row not in doubtful}


def _otherwise(found: Slips, page: TypedPage, cure: Cure, meant: Any, file: str) -> bool:
    """Say whether tabs of another width may let the file be read as something else."""
    if cure.rule is not TAB or meant is None:
        return cure.rule is TAB  # of a file that cannot be read even so nobody knows
    others = (each.lines for each in tabs(page, cure.row) if each.lines.keys() == cure.lines.keys())
    read = (_meaning(found.page, lines, file) for lines in others)
    return any(each not in (None, meant) for each in read)


def _meaning(page: TypedPage, instead: Mapping[int, str], file: str) -> Any:
    """Return what a page says with some other lines; ``None`` where it cannot be read."""
    try:
        return read_mapping(page.text(instead), file, "")[0]
    except Refused:
        return None
