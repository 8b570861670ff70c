"""``GITHUB_STEP_SUMMARY``: the file to which a step of a job on GitHub adds its summary."""

import os
from pathlib import Path

from kehoach.cli.frame.settings import Settings
from kehoach.run import Account
from kehoach.terminal.screen import Screen
from kehoach.words import Text
from kehoach.words.system_reasons import system_reason

_UNWRITTEN = Text(
    "không ghi được bản tóm tắt {file}: {reason}", "the summary {file} cannot be written: {reason}"
)


def add_job_summary(run: Account, settings: Settings) -> None:
    """Add what was found to the job's summary, where there is one.

    What earlier commands of the step wrote takes its part of the room. That it cannot be written is
    told and fails nothing: every finding has been printed.
    """
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    if settings.trace:
        settings.trace.goes_beyond()
    from kehoach.review.job_markdown import ROOM, job_summary  # noqa: PLC0415 - on GitHub only

    file = Path(name)
    try:
        taken = file.stat().st_size if file.exists() else 0
        text = job_summary(run, Screen(lang=settings.lang), ROOM - taken)
        with file.open("ab") as summary:
            summary.write(text.encode("utf-8", "replace"))
    except OSError as error:
        settings.say(_UNWRITTEN.filled(file=name, reason=system_reason(error)))
