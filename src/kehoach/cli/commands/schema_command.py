"""``kehoach schema``."""

from typing import Annotated

from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import choice_argument
from kehoach.contract.program_schema import TYPES
from kehoach.contract.schemas import FILES, LISTS, schema_text
from kehoach.words import Text

SCHEMAS = (*FILES, *LISTS, *TYPES)

_Kind = Annotated[str, choice_argument(SCHEMAS), Text(
    "Loại tệp dữ liệu hoặc kết quả",
    "The kind of data file or output",
)]  # fmt: skip


def schema(
    kind: _Kind,
) -> int:
    """Print the JSON Schema of a kind of file or output."""
    show(schema_text(kind))
    return 0
