"""What was probably meant by a name that nothing bears: offered, never assumed.

No guess is better than a silly one: a guess is the same name but for tones, marks or the kind of
body ("Tài chính" for "Sở Tài chính"), or differs in about one letter of seven.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from kehoach.words.text import Text
from kehoach.words.vietnamese import fold, plain_letters

_SAME, _KIN, _LEAST = 1.0, 0.95, 0.85
_KIND = re.compile(
    r"(?:so|ban|uy ban nhan dan|ubnd|tinh|thanh pho|tp|thi xa|huyen|quan|xa|phuong|thi tran) "
)
_PART = re.compile(r"[a-z0-9]+")


@lru_cache(1 << 14)
def toneless(words: str) -> str:
    """Return words for guessing only: without tones, case and signs."""
    return " ".join(_PART.findall(plain_letters(fold(words))))


def nearest(asked: str, called: Mapping[str, Iterable[str]], most: int = 3) -> list[str]:
    """Return the ids of what is probably meant, the nearest first; ``called`` are names by id."""
    wanted = toneless(asked)
    likeness = {
        id_: max(_likeness(wanted, toneless(name)) for name in (id_, *names))
        for id_, names in called.items()
    }
    near = [id_ for id_, score in likeness.items() if score >= _LEAST]
    best = max((likeness[id_] for id_ in near), default=_LEAST)
    near = [id_ for id_ in near if best < _KIN or likeness[id_] == best]
    return sorted(near, key=lambda id_: -likeness[id_])[:most]


def did_you_mean(near: Sequence[str | None]) -> Text | str:
    """Return the question that offers the nearest name; nothing where none is near."""
    return Text(f"; có phải “{near[0]}”?", f"; did you mean “{near[0]}”?") if near else ""


def _likeness(wanted: str, name: str) -> float:
    """Return how alike two toneless names are, from 0 to 1."""
    if not wanted or not name:
        return 0.0
    if wanted == name:
        return _SAME
    if _without_kind(wanted) == _without_kind(name) != "":
        return _KIN
    from difflib import SequenceMatcher  # noqa: PLC0415 - for a slip only

    matcher = SequenceMatcher(None, wanted, name, autojunk=False)
    # By length, then by letters: most names are told to be too different before they are compared.
    if matcher.real_quick_ratio() < _LEAST or matcher.quick_ratio() < _LEAST:
        return 0.0
    return min(matcher.ratio(), _KIN - 0.01)


def _without_kind(name: str) -> str:
    """Return a name without the words for the kind of body before it."""
    while match := _KIND.match(name):
        name = name[match.end() :]
    return name
