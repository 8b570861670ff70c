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
        """Return the words of every language with ``values`` filled in, those that are words too."""
        return Text(*(
            words.format(**{name: _in(lang, value) for name, value in values.items()})
            for words, lang in zip(self, LANGUAGES, strict=True)
        ))  # fmt: skip


def _in(lang: Lang, value: object) -> object:
    """Return a value as it stands among words of one language."""
    return value.to(lang) if isinstance(value, Text) else value
