"""JSON Schemas: of the files, for editors, and of the outputs, for programs."""

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import CoreSchema, core_schema
from pydantic_core.core_schema import StringSchema

from kehoach.contract import outputs as contract
from kehoach.contract.deadline_contract import DeadlineOutput
from kehoach.contract.draft_contract import DraftOutput
from kehoach.contract.receipt_contract import ReceiptOutput
from kehoach.contract.returned_contract import ReturnedOutput
from kehoach.contract.schema_words import HIDDEN, meaning
from kehoach.model.agencies import Registry
from kehoach.model.deadlines.points import LAST
from kehoach.model.decisions import Decisions
from kehoach.model.fields import EXPECTED, OneOrMore
from kehoach.model.holidays import Holidays
from kehoach.model.plan import Plan
from kehoach.model.receipts import RegistryBook
from kehoach.model.submissions import Submission
from kehoach.reading import value_rules

FILES: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "agencies": Registry,
    "submission": Submission,
    "decisions": Decisions,
    "receipts": RegistryBook,
    "calendar": Holidays,
}
_OUTPUTS: dict[str, Any] = {
    "status": contract.StatusOutput,
    "check": contract.CheckOutput,
    "agency": contract.AgencyOutput,
    "item": contract.ItemOutput,
    "explain": contract.ExplainOutput,
    "upcoming": contract.UpcomingOutput,
    "diff": contract.DiffOutput,
    "deadline": DeadlineOutput,
    "receipt": ReceiptOutput,
    "draft": DraftOutput,
    "returned": ReturnedOutput,
}
SCHEMAS = (*FILES, *_OUTPUTS)


class _Editor(GenerateJsonSchema):
    """Schemas for files, as an editor reads them: by YAML 1.2, and for completion and hovering.

    Every key carries its words; what may stand alone or in a list is offered both ways; an empty
    value is no default worth writing.
    """

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        """Return the whole schema, with words for what does not fit a pattern."""
        whole = super().generate(schema, mode)
        _explain(whole)
        return whole

    def str_schema(self, schema: StringSchema) -> dict[str, Any]:
        """Return what stands for any words: an editor takes some for numbers or truth values."""
        return {**super().str_schema(schema), "type": ["string", "number", "boolean"]}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> dict[str, Any]:
        """Return a fixed set of words; the word “true” is a truth value to an editor."""
        return {"const": True} if schema["expected"] == ["true"] else super().literal_schema(schema)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        """Return the value or nothing, on one level where that can be said."""
        inner = dict(self.generate_inner(schema["schema"]))
        if "type" not in inner:
            return _any_of(inner, {"type": "null"})
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        inner["type"] = [*types, "null"]
        if words := inner.pop("enum", None) or [inner.pop("const", None)]:
            inner |= {"enum": [*words, None]} if any(words) else {}
        return inner

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """Return the value with its default as a file would say it, where a file would."""
        plain = super().default_schema(schema)
        if plain.get("default") == LAST:
            return {**plain, "default": "last"}
        if plain.get("default") is None or isinstance(plain["default"], list | dict):
            plain.pop("default", None)
        return plain

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> dict[str, Any]:
        """Return one or a list of them, where one may stand alone."""
        plain = super().function_before_schema(schema)
        if schema["function"]["function"] is not OneOrMore.func:
            return plain
        return _any_of(plain["items"], {**plain, "minItems": 1})

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """Return a record with the words of its keys."""
        plain = super().model_schema(schema)
        model = schema["cls"]
        for key in [*plain["properties"]]:
            if (model.__name__, key) in HIDDEN:
                del plain["properties"][key]
                continue
            value = plain["properties"][key]
            if said := meaning(model, key):
                value |= said.annotations(value.get("enum"))
            if "examples" in value and "items" in value:  # an example is one of the list
                value["items"] = {**value["items"], "examples": value.pop("examples")}
        said = meaning(model, "")
        return {**plain, **said.annotations()} if said else plain

    def field_title_should_be_set(self, _schema: Any) -> bool:
        """Say that no key has a title: it would be the key again."""
        return False


def _explain(node: Any) -> None:
    """Put words in the place of the names of what was expected."""
    if isinstance(node, dict) and EXPECTED in node:
        words = value_rules.EXPECTED[node.pop(EXPECTED)]
        node["patternErrorMessage"] = f"Cần {words.vi} · Expected {words.en}"
    for below in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        _explain(below)


def _any_of(*choices: dict[str, Any]) -> dict[str, Any]:
    """Return a choice, on one level where one of them is a choice itself."""
    flat = (each["anyOf"] if each.keys() == {"anyOf"} else [each] for each in choices)
    return {"anyOf": [choice for some in flat for choice in some]}


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file or output."""
    schema = (
        FILES[kind].model_json_schema(schema_generator=_Editor)
        if kind in FILES
        else TypeAdapter(_OUTPUTS[kind]).json_schema(mode="serialization")
    )
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"kehoach/{kind}@1",
    }
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"
