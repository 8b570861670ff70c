"""Submissions that came as YAML files, as the form of the site makes them."""

from pathlib import Path

from kehoach.cli.frame.answers import tell_findings
from kehoach.cli.frame.settings import Settings
from kehoach.model.submissions import Submission
from kehoach.periods import ONCE
from kehoach.reading.file_reading import submission_in
from kehoach.reading.positions import Positions
from kehoach.run import Run
from kehoach.sheets.returned.returned_forms import FilledSheet, Returned
from kehoach.words import Text, captions

ENDINGS = {".yaml", ".yml"}
_UNKNOWN = Text(
    "không có kế hoạch “{plan}” hoặc cơ quan “{agency}” ở đây",
    "there is no plan “{plan}” or no agency “{agency}” here",
)


def returned_file(settings: Settings, run: Run, file: Path, raw: bytes) -> dict[str, Returned]:
    """Return what an agency says in a file, by its name; or say what is wrong in it."""
    read = submission_in(raw, file.name)
    if read.content is None:
        text = raw.decode("utf-8", "replace")
        tell_findings(
            settings, Positions(lambda _: text).located(read.findings), lambda _: str(file)
        )
        return {}
    of = read.content
    if of.agency not in run.registry.agency or of.plan not in {plan.id for plan in run.plans}:
        why = _UNKNOWN.filled(plan=of.plan, agency=of.agency)
        settings.say(captions.CANNOT_READ.filled(file=file, why=why))
        return {}
    return {str(file): Returned((FilledSheet(file.name, _period(of), of),), (), ())}


def _period(of: Submission) -> str:
    """Return the period that the file is named by: the first of which it speaks."""
    periods = [*(each.period for each in of.reports), *(each.period for each in of.tasks)]
    return next(filter(None, periods), ONCE)
