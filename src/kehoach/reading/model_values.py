"""From plain text values to models.

Nearly every file is right: what tells mistakes (near names, hints, YAML's spelling) is loaded when
one is met.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kehoach.diagnostics import Finding

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], data: dict[str, Any], file: str) -> tuple[M | None, list[Finding]]:
    """Return the model, or every mistake that the data holds."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        from kehoach.reading.value_findings import found_in  # noqa: PLC0415 - for mistakes only

        return None, found_in(model, data, file, error)
