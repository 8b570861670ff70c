"""JSON Schemas of the files, as editors read them: to underline, to complete, to show on hovering."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from kehoach.contract.key_words import HIDDEN, KeyMeaning, meaning
from kehoach.model.agencies import Registry
from kehoach.model.check_settings import CheckSettings
from kehoach.model.deadlines.points import LAST
from kehoach.model.decisions import Decisions
from kehoach.model.fields import EXPECTED, OneOrMore
from kehoach.model.holidays import Holidays
from kehoach.model.plan import Plan
from kehoach.model.portfolio_list import PortfolioList
from kehoach.model.receipts import RegistryBook
from kehoach.model.reminders import Reminders
from kehoach.model.submissions import Submission
from kehoach.reading import value_rules

MODELS: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "agencies": Registry,
    "submission": Submission,
    "decisions": Decisions,
    "receipts": RegistryBook,
    "reminders": Reminders,
    "calendar": Holidays,
    "checks": CheckSettings,
    "portfolio": PortfolioList,
}


def editor_schema(kind: str) -> JsonSchemaValue:
    """Return the JSON Schema of a kind of file."""
    return MODELS[kind].model_json_schema(schema_generator=_Editor)


class _Editor(GenerateJsonSchema):
    """Schemas for files, as an editor reads them: by YAML 1.2, and for completion and hovering.

    Every key carries its words; what may stand alone or in a list is offered both ways; an empty
    value is no default worth writing.
    """

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """Return the whole schema, with words for what does not fit a pattern."""
        whole = super().generate(schema, mode)
        _explain(whole)
        return whole

    def encode_default(self, dft: Any) -> Any:
        """Return a default as JSON; the building of its type was put off, and is made up for.

        pydantic does so itself from 2.14 on.
        """
        if isinstance(dft, BaseModel):
            type(dft).model_rebuild()
        return super().encode_default(dft)

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return what stands for any words: an editor takes some for numbers or truth values."""
        return {**super().str_schema(schema), "type": ["string", "number", "boolean"]}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """Return a fixed set of words; the word “true” is a truth value to an editor."""
        return {"const": True} if schema["expected"] == ["true"] else super().literal_schema(schema)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the value or nothing, on one level where that can be said."""
        inner = dict(self.generate_inner(schema["schema"]))
        if "type" not in inner:
            return _any_of(inner, {"type": "null"})
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        inner["type"] = [*types, "null"]
        words = inner.pop("enum", None) or [inner.pop("const", None)]
        if any(words):
            inner["enum"] = [*words, None]
        return inner

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the value with its default as a file would say it, where a file would."""
        plain = super().default_schema(schema)
        if plain.get("default") == LAST:
            return {**plain, "default": "last"}
        if plain.get("default") is None or isinstance(plain["default"], list | dict):
            plain.pop("default", None)
        return plain

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Return one or a list of them, where one may stand alone."""
        plain = super().function_before_schema(schema)
        if schema["function"]["function"] is not OneOrMore.func:
            return plain
        return _any_of(plain["items"], {**plain, "minItems": 1})

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return a record with the words of its keys."""
        plain = super().model_schema(schema)
        model = schema["cls"]
        plain["properties"] = {
            key: _annotated(value, meaning(model, key))
            for key, value in plain["properties"].items()
            if (model.__name__, key) not in HIDDEN
        }
        said = meaning(model, "")
        return {**plain, **said.annotations()} if said else plain

    def field_title_should_be_set(self, _schema: object) -> bool:
        """Say that no key has a title: it would be the key again."""
        return False


def _annotated(value: JsonSchemaValue, said: KeyMeaning | None) -> JsonSchemaValue:
    """Return a key's value with its words; an example of a list is one of what it holds."""
    whole = {**value, **said.annotations(value.get("enum"))} if said else value
    if "examples" in whole and "items" in whole:
        whole["items"] = {**whole["items"], "examples": whole.pop("examples")}
    return whole


def _explain(node: object) -> None:
    """Put words in the place of the names of what was expected."""
    if isinstance(node, dict) and EXPECTED in node:
        words = value_rules.EXPECTED[node.pop(EXPECTED)]
        node["patternErrorMessage"] = f"Cần {words.vi} · Expected {words.en}"
    for below in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        _explain(below)


def _any_of(*choices: JsonSchemaValue) -> JsonSchemaValue:
    """Return a choice, on one level where one of them is a choice itself."""
    flat = (each["anyOf"] if each.keys() == {"anyOf"} else [each] for each in choices)
    return {"anyOf": [choice for some in flat for choice in some]}
