"""A sentence in every language; a language added here is missed by the type checker everywhere."""

from typing import Literal, NamedTuple

Lang = Literal["vi", "en"]
LANGUAGES: tuple[Lang, ...] = ("vi", "en")


class Text(NamedTuple):
    """The same words in each language; ``{name}`` marks a value to be filled in."""

    vi: str
    en: str

    def to(self, lang: Lang, /, **values: object) -> str:
        """Return the words in ``lang`` with ``values`` filled in."""
        words = self.vi if lang == "vi" else self.en
        return words.format(**values) if values else words

    def filled(self, **values: object) -> "Text":
        """Return the words of every language with ``values`` filled in."""
        return Text(*(words.format(**values) for words in self))
