"""``kehoach export --format xlsx --template``: which forms the workbook holds."""

from collections.abc import Iterator

from kehoach.cli.frame.delivery import refuse
from kehoach.cli.frame.settings import Settings
from kehoach.filing.forms import Form, Forms, reporting_period
from kehoach.run import Run
from kehoach.words import Text

_WHICH_PERIOD = Text(
    "kế hoạch {plan} không nêu báo cáo định kỳ nào đang trong kỳ, cần --period: {periods}",
    "plan {plan} names no report whose period runs, --period is needed: {periods}",
)
_NOTHING = Text("không cơ quan nào được hỏi còn gì phải báo cáo kỳ {periods}",
                "no agency asked about has anything to report for {periods}")  # fmt: skip
_SHEETS = Text("{count} tờ, kỳ {periods}; không có tờ cho cơ quan không còn gì phải báo cáo",
               "{count} sheets, {periods}; agencies with nothing to report have none")  # fmt: skip


def template(settings: Settings, run: Run) -> bytes:
    """Return the workbook for the agencies and periods asked for.

    Without a period: the one in course of the report that covers continuous work.
    """
    from kehoach.sheets.template_xlsx import template_xlsx  # noqa: PLC0415 - its library

    forms = list(_forms(settings, run))
    periods = ", ".join(dict.fromkeys(form.period for form in forms))
    if not forms:
        refuse(settings, _NOTHING, periods=", ".join(run.asked.periods) or "—")
    settings.note(_SHEETS.filled(count=len(forms), periods=periods))
    return template_xlsx(run, forms, settings.lang)


def _forms(settings: Settings, run: Run) -> Iterator[Form]:
    """Yield the forms, plan by plan and period by period, agencies in the registry's order."""
    asked = run.asked.agencies
    registered = dict.fromkeys(each.id for each in run.registry.agencies)
    agencies = [id_ for id_ in registered if not asked or id_ in asked]
    for report in run.reports:
        forms = Forms(report)
        for period in run.asked.periods or (_running(settings, forms),):
            yield from forms.all(agencies, period)


def _running(settings: Settings, forms: Forms) -> str:
    """Return the period in course of the report that covers continuous work, or refuse."""
    running = reporting_period(forms.report)
    if running is None:
        plan, periods = forms.report.docket.plan.id, ", ".join(forms.periods())
        refuse(settings, _WHICH_PERIOD, plan=plan, periods=periods or "—")
    return running
