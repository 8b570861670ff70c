"""``kehoach completion``."""

from typing import Annotated

import typer

from kehoach.cli.frame.delivery import show
from kehoach.cli.shell.shells import SCRIPTS


def completion(
    shell: Annotated[
        str, typer.Argument(metavar="|".join(SCRIPTS), help="Shell nào · Which shell")
    ],
) -> int:
    """Print the script that makes a shell complete commands, options and ids at the TAB key."""
    if shell not in SCRIPTS:
        raise typer.BadParameter(f"{shell!r}: {' | '.join(SCRIPTS)}")
    show(SCRIPTS[shell])
    return 0
