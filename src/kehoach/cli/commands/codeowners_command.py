"""``kehoach codeowners``."""

from contextlib import suppress

import typer

from kehoach.cli.frame.answers import ask, open_folder
from kehoach.cli.frame.delivery import deliver
from kehoach.cli.frame.options import Force, Output
from kehoach.cli.frame.settings import Settings
from kehoach.run import Question


def codeowners(ctx: typer.Context, output: Output = None, force: Force = False) -> int:
    """Print whom a forge asks to approve changes, from the registry's committers."""
    from kehoach.reading.repositories.git import GitTrouble  # noqa: PLC0415 - when used
    from kehoach.reading.repositories.repository import open_repository  # noqa: PLC0415 - when used
    from kehoach.start.code_owners import codeowners as owners_of  # noqa: PLC0415 - when used

    settings: Settings = ctx.obj
    folder, prefix = open_folder(settings)
    run = ask(settings, Question(git=False))
    with suppress(GitTrouble):
        if repository := open_repository(folder.root):
            prefix = repository.prefix
    offices = dict.fromkeys(p.policy.consolidator for p in run.plans if p.policy.consolidator)
    deliver(
        settings, owners_of(run.registry, [*offices], prefix, settings.lang), output, force=force
    )
    return 0
