"""Words that YAML took for a comment behind a value of free text, with the line that keeps them."""

from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from kehoach.diagnostics import Finding, Place
from kehoach.model.fields import Read
from kehoach.reading.comments import comments
from kehoach.reading.yaml_files.text_marks import marks_at
from kehoach.reading.yaml_files.yaml_rules import LOST_WORDS
from kehoach.words.yaml_words import scalar

_ONE_WORD = frozenset(("committers", "services", "codes"))
"""Keys of text in which no value has a space: what follows one is a comment."""


def lost_words(text: str, file: str, model: type[BaseModel]) -> list[Finding]:
    """Return a warning for each comment that may be the rest of a value of free text.

    Ids, days and numbers hold no words that could be cut; a value in quotes shows where it ends.
    """
    lost = [
        each
        for each in comments(text)
        if not (each.closed and each.spaced) and each.key in free_keys(model) - _ONE_WORD
    ]
    marks = marks_at(text, (each.place for each in lost))
    return [
        Finding(
            LOST_WORDS,
            Place(file, (), mark),
            {"words": each.words, "line": f"{each.key}: {scalar(each.whole)}"},
        )
        for each, mark in zip(lost, marks, strict=True)
    ]


@cache
def free_keys(model: type[BaseModel]) -> frozenset[str]:
    """Return the keys, anywhere in such a file, whose values may be any words."""
    return frozenset(
        field.alias or name
        for each in _models(model)
        for name, field in each.model_fields.items()
        if _is_free(field.annotation, field.metadata)
    )


@cache
def keys(model: type[BaseModel]) -> frozenset[str]:
    """Return all keys that may stand anywhere in such a file, but for those that files choose."""
    return frozenset(
        field.alias or name for each in _models(model) for name, field in each.model_fields.items()
    )


@cache
def _models(model: type[BaseModel]) -> frozenset[type[BaseModel]]:
    """Return a model with all that stand in it."""
    met: set[type[BaseModel]] = set()
    new = {model}
    while new:
        met |= new
        fields = (field for each in new for field in each.model_fields.values())
        new = {below for field in fields for below in _models_in(field.annotation)} - met
    return frozenset(met)


def _is_free(annotation: Any, about: list[Any]) -> bool:
    """Say whether a type takes any words: text that nothing reads as something else."""
    if any(isinstance(each, Read) for each in about):
        return False
    if get_origin(annotation) is Annotated:
        kind, *rest = get_args(annotation)
        return _is_free(kind, rest)
    return annotation is str or any(_is_free(part, []) for part in get_args(annotation))


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the models that a type mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in get_args(annotation) for found in _models_in(part)]
