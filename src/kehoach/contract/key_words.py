"""What a key of a file means, in both languages, as the JSON Schemas and the reference say it.

The words are data: ``key_words.json`` has a table for each model, and in it, by the key as it
stands in a file, the meaning in each language (``vi``, ``en``), ``examples`` that an editor offers
and what each of a fixed set of ``values`` means. Under the empty key stands the record itself, with
the ``title`` that heads it. ``{"as": "note"}`` means what the table ``shared`` says of ``note``.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypedDict

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaValue

from kehoach.words import Text

Keys = Mapping[str, "KeyMeaning"]
"""The meaning of each key of a record; that of the record itself stands under the empty key."""

HIDDEN = {("Counted", "when")}
"""What a model has from the one it is made from, and no file may say."""

FILE = "key_words.json"
SHARED = "shared"
_AS_LEFT_OUT = Text("như không ghi", "as if left out")


class Both(TypedDict):
    """Words in both languages, as they stand in the file of words."""

    vi: str
    en: str


class Words(TypedDict, total=False):
    """A meaning as it stands in the file of words, or under ``as`` where it is told."""

    vi: str
    en: str
    title: Both
    examples: list[str | int]
    values: dict[str, Both]


class KeyMeaning(NamedTuple):
    """Words for a key, or for a record.

    ``title`` heads a record; ``examples`` are values that an editor offers; ``values`` says what
    each of a fixed set of values means.
    """

    said: Text
    examples: tuple[str | int, ...]
    values: Mapping[str, Text]
    title: Text | None

    def annotations(self, allowed: Sequence[str | None] | None = None) -> JsonSchemaValue:
        """Return what a JSON Schema says of the key beside its type; ``allowed``: its ``enum``."""
        said: JsonSchemaValue = {"description": self._description()}
        if self.title:
            said["title"] = _both(self.title)
        if self.examples:
            said["examples"] = list(self.examples)
        if self.values and allowed:
            # The list of allowed values that VS Code shows takes its words from here.
            said["markdownDescription"] = "\n\n".join(self.said)
            said["enumDescriptions"] = [
                _both(_AS_LEFT_OUT if each is None else self.values[each]) for each in allowed
            ]
        return said

    def _description(self) -> str:
        """Return the words, Vietnamese first; what each value means is the third paragraph."""
        values = "\n".join(f"- {name}: {_both(text)}" for name, text in self.values.items())
        return "\n\n".join(filter(None, (*self.said, values)))


@cache
def key_words() -> Mapping[str, Keys]:
    """Return the words by the name of the model, then by key as it stands in a file."""
    text = files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    tables = json.loads(text)
    shared = tables.pop(SHARED)
    return {
        model: {
            key: _meaning(shared[words["as"]] if "as" in words else words)
            for key, words in table.items()
        }
        for model, table in tables.items()
    }


def meaning(model: type[BaseModel], key: str) -> KeyMeaning | None:
    """Return what a key of a model means; a key that it has from another model means the same."""
    above = (key_words().get(each.__name__, {}) for each in model.__mro__)
    return next((keys[key] for keys in above if key in keys), None)


def _meaning(words: Words) -> KeyMeaning:
    return KeyMeaning(
        Text(words["vi"], words["en"]),
        tuple(words.get("examples", ())),
        {name: Text(**both) for name, both in words.get("values", {}).items()},
        Text(**words["title"]) if "title" in words else None,
    )


def _both(text: Text) -> str:
    return f"{text.vi} · {text.en}"
