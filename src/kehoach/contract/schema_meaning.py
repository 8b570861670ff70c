"""What a key of a file means, in both languages, as the JSON Schemas and the reference say it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from kehoach.words import Text

Keys = Mapping[str, "Meaning"]
"""The meaning of each key of a record; that of the record itself stands under the empty key."""

_AS_LEFT_OUT = Text("như không ghi", "as if left out")


class Meaning(NamedTuple):
    """Words for a key, or for a record.

    ``title`` heads a record; ``examples`` are values that an editor offers; ``values`` says what
    each of a fixed set of values means.
    """

    vi: str
    en: str
    examples: tuple[str | int, ...] = ()
    values: Mapping[str, Text] = {}
    title: Text | None = None

    def annotations(self, allowed: list[Any] | None = None) -> dict[str, Any]:
        """Return what a JSON Schema says of the key beside its type; ``allowed``: its ``enum``."""
        said: dict[str, Any] = {"description": self._description()}
        if self.title:
            said["title"] = f"{self.title.vi} · {self.title.en}"
        if self.examples:
            said["examples"] = list(self.examples)
        if self.values and allowed:
            # The list of allowed values that VS Code shows takes its words from here.
            said["markdownDescription"] = f"{self.vi}\n\n{self.en}"
            said["enumDescriptions"] = [
                _both(self.values[each] if each is not None else _AS_LEFT_OUT) for each in allowed
            ]
        return said

    def _description(self) -> str:
        """Return the words, Vietnamese first; what each value means is the third paragraph."""
        values = "\n".join(f"- {name}: {_both(text)}" for name, text in self.values.items())
        return "\n\n".join(part for part in (self.vi, self.en, values) if part)


def _both(text: Text) -> str:
    return f"{text.vi} · {text.en}"
