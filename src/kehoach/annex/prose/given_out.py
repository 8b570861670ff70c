"""Places that only say who does others: *Giao Sở X thực hiện các nội dung tại mục 2, phần II*."""

from collections.abc import Iterator

from kehoach.annex.annex_messages import message
from kehoach.annex.prose.clauses import units
from kehoach.annex.prose.duties import PlaceDuty
from kehoach.annex.prose.labelled_lines import LabelledLine, Scope, names_places
from kehoach.annex.prose.orders import OrderReader
from kehoach.annex.prose.shared_lines import named_among
from kehoach.annex.prose.told_orders import said_of_places

_SECTIONS = 1  # the rank of Roman numerals and capitals


def gives_out(duty: PlaceDuty) -> bool:
    """Say whether a place only says of others who does them."""
    said = _said(duty)
    return bool(said) and not duty.lines and all(map(names_places, said))


def give_out(root: PlaceDuty, reader: OrderReader) -> None:
    """Hand what such places say to those that they surely mean; any other stays as it is, a doubt."""
    for duty in [each for each in _all(root) if gives_out(each)]:
        handed = [_handed(root, duty, unit, reader) for unit in _said(duty)]
        duty.given = all(handed)
        for lines, place in (pair for pairs in handed if duty.given for pair in pairs):
            place.lines += [line._replace(scope=None) for line in lines]
            place.notes.append(message("prose-shared", words=lines[0].written))


def _handed(
    root: PlaceDuty, duty: PlaceDuty, unit: str, reader: OrderReader
) -> list[tuple[list[LabelledLine], PlaceDuty]]:
    """Return what a sentence says, with each place that it surely means; nothing where it is not sure."""
    lines, named = said_of_places(unit, reader), names_places(unit)
    return [(lines, place) for place in _meant(root, duty, named[0])] if lines and named else []


def _said(duty: PlaceDuty) -> list[str]:
    return [unit for words in duty.words for unit in units(words) if unit.strip(" .;/")]


def _all(duty: PlaceDuty) -> Iterator[PlaceDuty]:
    yield duty
    for each in duty.below:
        yield from _all(each)


def _meant(root: PlaceDuty, duty: PlaceDuty, scope: Scope) -> list[PlaceDuty]:
    """Return the places of a scope; none where several could be meant, or who does one is said there."""
    if not (scope.first or scope.some):
        return []
    over = (each for each in _all(root) if scope.of in ("", each.place.label))
    found = [named for each in over if (named := named_among(scope, each.below))]
    if len(found) != 1 or duty in found[0]:
        return []
    return found[0] if all(map(_is_open, found[0])) else []


def _is_open(duty: PlaceDuty) -> bool:
    """Say whether a place, no section, names neither who nor when, nor does anything in it."""
    mark = duty.place.mark
    return mark is not None and mark.rank > _SECTIONS and not duty.assigned
