"""The words of every key of every file: what models hold no words for, editors and readers need."""

from pydantic import BaseModel

from kehoach.contract.schema_meaning import Keys, Meaning
from kehoach.contract.schema_words_deadlines import DEADLINE_WORDS
from kehoach.contract.schema_words_files import FILE_WORDS
from kehoach.contract.schema_words_plan import PLAN_WORDS

WORDS: dict[str, Keys] = {**PLAN_WORDS, **DEADLINE_WORDS, **FILE_WORDS}
"""By the name of the model, then by key as it stands in a file; the empty key is the record."""

HIDDEN = {("Counted", "when")}
"""What a model has from the one it is made from, and no file may say."""


def meaning(model: type[BaseModel], key: str) -> Meaning | None:
    """Return what a key of a model means; a key that it has from another model means the same."""
    above = (WORDS.get(each.__name__, {}) for each in model.__mro__)
    return next((keys[key] for keys in above if key in keys), None)
