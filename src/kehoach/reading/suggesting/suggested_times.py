"""The time that was probably meant in a plan: what stands there is read as a document words it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kehoach.reading.suggesting.suggested_days import Suggestion

if TYPE_CHECKING:
    from kehoach.wordings.understanding import Reading

# Sentences that such a time stands in, by what is expected, and the keys of the rule that they say:
# what stands under the last of them is what was meant.
_SENTENCES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "span": (("{}", ("within",)), ("{}", ("by",))),
    "rhythm": (("{}", ("every",)), ("hằng {}", ("every",))),
    "month_day": (("trước ngày {} hằng năm", ("every", "before")),),
    "length": (
        ("{} kể từ ngày có văn bản", ("event", "plus")),
        ("{} ngày kể từ ngày có văn bản", ("event", "plus")),
    ),
}
TIMES = frozenset(_SENTENCES)


def suggested_time(words: str, expected: str) -> Suggestion | None:
    """Return a span, rhythm, day of a year or length: ``quý II/2026``, ``hằng năm``, ``30 ngày``."""
    for sentence, keys in _SENTENCES[expected]:
        forms = _read(sentence.format(words)).forms
        if len(forms) == 1 and tuple(forms[0]) == keys:
            return Suggestion(str(forms[0][keys[-1]]))
    return None


def suggested_deadline(value: Any) -> Suggestion | None:
    """Return a deadline for a day or words alone, or for Vietnamese keys: ``{trước: 2026-10-01}``."""
    from kehoach.wordings.file_forms import inline_all  # noqa: PLC0415 - for a slip only

    if isinstance(value, dict):
        value = " ".join(f"{key} {each}" for key, each in value.items())
    reading = _read(value) if isinstance(value, str) else None
    return Suggestion(inline_all(reading.forms)) if reading and reading.understood else None


def _read(wording: str) -> "Reading":
    from kehoach.wordings.understanding import read  # noqa: PLC0415 - for a slip only

    return read(wording)
