"""``kehoach export --format xlsx --template``: which forms the workbook holds."""

from collections.abc import Iterator
from pathlib import Path

from kehoach.cli.frame.delivery import refuse, write_files
from kehoach.cli.frame.settings import Settings
from kehoach.filing.forms import Form, Forms, reporting_period
from kehoach.grouping import group_by
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
_WORKBOOKS = Text(
    "đã ghi {count} bảng vào {folder}, kỳ {periods}; không có bảng cho cơ quan không còn gì phải báo cáo",
    "wrote {count} {count:workbook|workbooks} into {folder}, {periods}; agencies with nothing to report "
    "have none",
)


def template(settings: Settings, run: Run) -> bytes:
    """Return the workbook for the agencies and periods asked for.

    Without a period: the one in course of the report that covers continuous work.
    """
    from kehoach.sheets.template_xlsx import template_xlsx  # noqa: PLC0415 - its library

    forms = _found(settings, run)
    settings.note(_SHEETS.filled(count=len(forms), periods=_periods(forms)))
    return template_xlsx(run, forms, settings.lang)


def write_templates(settings: Settings, run: Run, folder: Path, *, force: bool) -> None:
    """Write a workbook for each agency, called by its id, with all its sheets."""
    from kehoach.sheets.template_xlsx import template_xlsx  # noqa: PLC0415 - its library

    forms = _found(settings, run)
    by_agency = group_by(forms, lambda form: form.agency)
    write_files(settings, {
        folder / f"{agency}.xlsx": template_xlsx(run, of, settings.lang)
        for agency, of in by_agency.items()
    }, force=force)  # fmt: skip
    told = {"count": len(by_agency), "folder": folder, "periods": _periods(forms)}
    settings.note(_WORKBOOKS.filled(**told))


def _found(settings: Settings, run: Run) -> list[Form]:
    """Return the forms asked for, or refuse where there are none."""
    forms = list(_forms(settings, run))
    if not forms:
        refuse(settings, _NOTHING, periods=", ".join(run.asked.periods) or "—")
    return forms


def _periods(forms: list[Form]) -> str:
    """Return the periods that forms are of."""
    return ", ".join(dict.fromkeys(form.period for form in forms))


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
