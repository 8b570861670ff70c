"""``kehoach schema``."""

from typing import Annotated

import typer

from kehoach.cli.frame.delivery import show
from kehoach.contract.schemas import SCHEMAS, schema_text


def schema(
    kind: Annotated[str, typer.Argument(metavar="|".join(SCHEMAS), help="Loại tệp · Kind of file")],
) -> int:
    """Print the JSON Schema of a kind of file or output."""
    if kind not in SCHEMAS:
        raise typer.BadParameter(f"{kind!r}: {' | '.join(SCHEMAS)}")
    show(schema_text(kind))
    return 0
