"""JSON Schemas of the outputs, by which other programs are written."""

from collections.abc import Mapping

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaValue

from kehoach.contract import outputs
from kehoach.contract.deadline_contract import DeadlineOutput
from kehoach.contract.draft_contract import DraftOutput
from kehoach.contract.receipt_contract import ReceiptOutput
from kehoach.contract.returned_contract import ReturnedOutput

TYPES: Mapping[str, type] = {
    "status": outputs.StatusOutput,
    "check": outputs.CheckOutput,
    "agency": outputs.AgencyOutput,
    "item": outputs.ItemOutput,
    "explain": outputs.ExplainOutput,
    "upcoming": outputs.UpcomingOutput,
    "diff": outputs.DiffOutput,
    "deadline": DeadlineOutput,
    "receipt": ReceiptOutput,
    "draft": DraftOutput,
    "returned": ReturnedOutput,
}


def program_schema(kind: str) -> JsonSchemaValue:
    """Return the JSON Schema of an output, as it is written."""
    return TypeAdapter(TYPES[kind]).json_schema(mode="serialization")
