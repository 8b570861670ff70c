"""JSON Schemas: of the files, for editors, and of the outputs, for programs."""

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import StringSchema

from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.holidays import Holidays
from kehoach.model.plan import Plan
from kehoach.model.receipts import RegistryBook
from kehoach.model.submissions import Submission
from kehoach.render import contract

_FILES: dict[str, type[BaseModel]] = {
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
}
SCHEMAS = (*_FILES, *_OUTPUTS)


class _Editor(GenerateJsonSchema):
    """Schemas for files: text may look like a number or a truth value, which an editor takes it for."""

    def str_schema(self, schema: StringSchema) -> dict[str, Any]:
        """Return what stands for any words."""
        return {**super().str_schema(schema), "type": ["string", "number", "boolean"]}


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file or output."""
    schema = (
        _FILES[kind].model_json_schema(schema_generator=_Editor)
        if kind in _FILES
        else TypeAdapter(_OUTPUTS[kind]).json_schema(mode="serialization")
    )
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"kehoach/{kind}@1",
    }
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=2) + "\n"
