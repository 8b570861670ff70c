"""Orders of a whole paragraph: at its beginning, behind its task, in a bracket, of other places."""

import re

from kehoach.annex.bodies.cell_roles import by_role
from kehoach.annex.prose.clauses import units
from kehoach.annex.prose.labelled_lines import LabelledLine, headed_by_places, names_places
from kehoach.annex.prose.orders import Order, OrderReader
from kehoach.annex.prose.text_times import text_time

_DOES = re.compile(
    r"(?:(?:và|phải|tổ chức|thực hiện|triển khai|phụ trách|chịu trách nhiệm|hoàn thành|xong)\b|[\s,;./])*"
)
_TAIL = re.compile(r"\(([^()]*)\)\s*[.;/]*$")


def order_of(words: str, reader: OrderReader) -> Order | None:
    """Return the order with which words begin; else one that follows what is to be done: “…; giao Sở X”."""
    if order := reader.at_start(words):
        return order
    if (tail := _TAIL.search(words)) and (shared := _shared(tail[1])):
        return shared
    titled = words.partition(": ")[2]  # Cải cách thể chế: Sở X chủ trì …
    later = [(unit, reader.at_start(unit)) for unit in (titled, *units(words)[1:])]
    told = (each for unit, each in later if each and _is_told(each, unit))
    return next((each._replace(start=0, end=0, bare=False) for each in told), None)


def _is_told(order: Order, unit: str) -> bool:
    """Say whether a later sentence tells who does what stands before it: *Sở X thực hiện*."""
    alone = unit[order.end :].strip(" .;/") in ("thực hiện", "phụ trách", "triển khai")
    return order.told or order.role == "lead" or alone


def _shared(tail: str) -> Order | None:
    """Return who leads and helps by a bracket: *(Sở X chủ trì, các sở, ngành phối hợp)*."""
    parts = by_role(tail.partition(";")[0], "")
    who = ", ".join(part.words for part in parts if part.role == "lead")
    helpers = ", ".join(part.words for part in parts if part.role == "coordinate")
    told = Order(who, "lead", helpers, 0, 0, bare=False, told=False, requested=False)
    return told if who else None


def said_of_places(words: str, reader: OrderReader) -> list[LabelledLine]:
    """Return a sentence that gives out places by their numbers as lines about them."""
    named, order = names_places(words), reader.at_start(words)
    if named is None or order is None:
        return []
    scope, rest = named
    due = text_time(rest[order.end :], reader).within
    if "phối hợp" in rest and not order.helpers:
        return []
    told = ((order.role, order.who), ("coordinate", order.helpers), ("due", due))
    return [LabelledLine(kind, "", said, words, scope) for kind, said in told if said]


def said_over_places(words: str, reader: OrderReader) -> list[LabelledLine]:
    """Return as lines who does the places before a colon, and when, where no task of its own follows."""
    headed = headed_by_places(words)
    if headed is None:
        return []
    scope, said = headed
    order = reader.at_start(said)
    rest = said[order.end :] if order else said
    due = text_time(rest, reader).within
    if not (order or due) or not _DOES.fullmatch(rest.replace(due, "")):
        return []
    who = ((order.role, order.who), ("coordinate", order.helpers)) if order else ()
    return [
        LabelledLine(kind, "", each, words, scope) for kind, each in (*who, ("due", due)) if each
    ]
