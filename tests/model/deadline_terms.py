"""How the tests of deadlines ask for terms."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from builders import PLAIN_WEEK
from kehoach.calendar import vietnam
from kehoach.model.deadlines import Deadlines, Frame, Term
from kehoach.periods import parse_span

RULES: TypeAdapter[Any] = TypeAdapter(Deadlines)
VIETNAM = vietnam()


def frame_of(span: str = "2021-06..2026", before: str = "exclusive", **known: Any) -> Frame:
    """Return the frame of a plan that runs over ``span``, with what is known by then."""
    return Frame(
        parse_span(span),
        "inclusive" if before == "inclusive" else "exclusive",
        known.get("calendar", PLAIN_WEEK),
        known.get("events", {}),
        known.get("sessions", {}),
        tuple(known.get("requests", ())),
        known.get("reporting", {}),
    )


def terms_of(rule: Mapping[str, Any] | Sequence[Any], frame: Frame | None = None) -> list[Term]:
    """Return the terms of one or several rules as they stand in a file."""
    return [
        term for each in RULES.validate_python(rule) for term in each.terms(frame or frame_of())
    ]


def nominal_of(rule: Mapping[str, Any] | Sequence[Any], span: str = "2021-06..2026") -> list[str]:
    """Return the nominal days, as text."""
    return [str(term.nominal) for term in terms_of(rule, frame_of(span))]
