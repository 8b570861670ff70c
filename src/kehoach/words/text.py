"""A sentence in every language; a language added here is missed by the type checker everywhere."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Lang = Literal["vi", "en"]
LANGUAGES: tuple[Lang, ...] = ("vi", "en")


class _Filled:
    """A value among words; of ``{days:day|days}`` the first beside one, else the second."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        one, several, many = spec.partition("|")
        if several:
            return one if str(self._value).lstrip("0") == "1" else many
        return format(self._value, spec)


def fill(words: str, values: Mapping[str, object]) -> str:
    """Return words with their values; ``{count:row|rows}`` is "row" beside one, else "rows"."""
    if "|" in words:
        values = {name: _Filled(value) for name, value in values.items()}
    return words.format(**values)


class Text(NamedTuple):
    """The same words in each language; ``{name}`` marks a value to be filled in (``fill``)."""

    vi: str
    en: str

    def to(self, lang: Lang, /, **values: object) -> str:
        """Return the words in ``lang`` with ``values`` filled in."""
        words = self.vi if lang == "vi" else self.en
        return fill(words, values) if values else words

    def filled(self, **values: object) -> "Text":
        """Return the words of every language with ``values`` filled in, those that are words too."""
        return Text(*(
            fill(words, {name: _in(lang, value) for name, value in values.items()})
            for words, lang in zip(self, LANGUAGES, strict=True)
        ))  # fmt: skip


def _in(lang: Lang, value: object) -> object:
    """Return a value as it stands among words of one language."""
    return value.to(lang) if isinstance(value, Text) else value
