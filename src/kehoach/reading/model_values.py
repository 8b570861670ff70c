"""From plain text values to models.

Nearly every file is right: what tells mistakes (near names, hints, YAML's spelling) is loaded when
one is met.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from kehoach.diagnostics import Finding
from kehoach.reading.yaml_files.value_counts import MOST_WRONG

M = TypeVar("M", bound=BaseModel)
_LONG = 100_000
"""Signs of a text from which on its values are looked through piece by piece."""


def validate(
    model: type[M], data: dict[str, Any], file: str, length: int = 0
) -> tuple[M | None, list[Finding]]:
    """Return the model, or every mistake that the data of a text of some length hold."""
    if length <= _LONG:
        try:
            return model.model_validate(data), []
        except ValidationError as error:
            if error.error_count() <= MOST_WRONG:
                from kehoach.reading.value_findings import found_in  # noqa: PLC0415 - for mistakes only

                return None, found_in(model, data, file, error.errors(include_url=False))
    from kehoach.reading.value_pieces import found_in_pieces  # noqa: PLC0415 - for long files only

    return found_in_pieces(model, data, file)
