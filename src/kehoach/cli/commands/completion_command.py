"""``kehoach completion``."""

from typing import Annotated

from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import choice_argument
from kehoach.cli.shell.scripts import SCRIPTS, script
from kehoach.words import Text

_Shell = Annotated[str, choice_argument(SCRIPTS), Text(
    "Tập lệnh cho shell nào",
    "The shell for which the script is",
)]  # fmt: skip


def completion(
    shell: _Shell,
) -> int:
    """Print the script that makes a shell complete commands, options and ids at the TAB key."""
    show(script(shell))
    return 0
