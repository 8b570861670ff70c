"""JSON Schemas of the outputs, by which other programs are written."""

from collections.abc import Mapping

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import TypedDictSchema

from kehoach.contract import outputs
from kehoach.contract.cache_contract import CacheOutput
from kehoach.contract.deadline_contract import DeadlineOutput
from kehoach.contract.diff_contract import DiffOutput
from kehoach.contract.draft_contract import DraftOutput
from kehoach.contract.merged_contract import MergedOutput
from kehoach.contract.receipt_contract import ReceiptOutput
from kehoach.contract.returned_contract import ReturnedOutput
from kehoach.contract.statistics_contract import StatisticsOutput
from kehoach.contract.summary_contract import SummaryOutput

_OURS = "Json"
TYPES: Mapping[str, type] = {
    **outputs.TYPES,
    "statistics": StatisticsOutput,
    "summary": SummaryOutput,
    "merged": MergedOutput,
    "diff": DiffOutput,
    "deadline": DeadlineOutput,
    "receipt": ReceiptOutput,
    "draft": DraftOutput,
    "returned": ReturnedOutput,
    "cache": CacheOutput,
}


class _Program(GenerateJsonSchema):
    """Schemas whose types bear their plain names: only in this program other types have those."""

    def normalize_name(self, name: str) -> str:
        """Return the name under which a type is defined."""
        return super().normalize_name(name).removesuffix(_OURS)

    def typed_dict_schema(self, schema: TypedDictSchema) -> JsonSchemaValue:
        """Return a mapping, titled by its plain name."""
        plain = super().typed_dict_schema(schema)
        return {**plain, "title": str(plain["title"]).removesuffix(_OURS)}


def program_schema(kind: str) -> JsonSchemaValue:
    """Return the JSON Schema of an output, as it is written."""
    return TypeAdapter(TYPES[kind]).json_schema(schema_generator=_Program, mode="serialization")
