"""``kehoach consolidate --format docx``: the draft of the report, made up by Decree 30/2020/NĐ-CP.

An official report is written in Vietnamese, whatever language the program speaks.
"""

from collections.abc import Iterator

from kehoach.document import (
    Block,
    Bullets,
    Message,
    Prose,
    Title,
)
from kehoach.letters.consolidation.gathered_reports import Consolidation
from kehoach.letters.consolidation.working_copy import facts, three_parts, warnings
from kehoach.letters.notices import successor
from kehoach.letters.stationery import (
    NONE_GIVEN,
    Stationery,
    foot,
    head,
    report_form,
    stationery,
)
from kehoach.periods import ONCE
from kehoach.run import Run
from kehoach.words import Lang, fold
from kehoach.words.administrative import administrative_day
from kehoach.words.official_periods import official_period

_LANG: Lang = "vi"
_DRAFT = "DỰ THẢO do kehoach lập từ các tệp báo cáo; phải kiểm tra, bổ sung trước khi ký."
_ENDING = "Trên đây là kết quả tổng hợp báo cáo của các cơ quan, đơn vị./."
_SOURCES = "Nguồn số liệu của dự thảo (xoá trước khi ký):"


def official_report(run: Run, of: Consolidation) -> Message:
    """Return the report, its number, place, day and signature left to be filled in."""
    period, paper = _period(of), _paper(run, of)
    blocks = (
        Prose(_DRAFT, "draft"),
        *warnings(run, of, _LANG),
        head(paper),
        Title("BÁO CÁO", 1),
        Prose(_about(of, period), "title"),
        *_introduction(run, of, period),
        *three_parts(run, of, _LANG),
        Prose(_ENDING),
        foot(paper),
        Title(_SOURCES, 4),
        Bullets(tuple(facts(run, of, _LANG)), small=True),
    )
    title = f"Báo cáo tổng hợp mục {of.demand.item.id}, {period}"
    return Message(title, blocks, _LANG, of.as_of, formal=True)


def _paper(run: Run, of: Consolidation) -> Stationery:
    """Return who issues it as they are called by that day; number and day are left to be filled in."""
    plan, item = of.plan, of.demand.item
    consolidator = successor(run, plan.policy.consolidator or item.via or item.to)
    issuer = run.agency_name(consolidator) if consolidator else "…"
    superior = run.agency_name(plan.issuer) if plan.issuer else "…"
    signed = report_form(run, plan, consolidator)
    paper = stationery(signed, issuer, superior, of.as_of, NONE_GIVEN, _LANG)
    return paper._replace(day=None)


def _about(of: Consolidation, period: str) -> str:
    """Return what the report is about; a period that the plan's name holds is not said twice."""
    name = of.plan.name
    about = f"Tổng hợp kết quả thực hiện {name}"
    return about if fold(period) in fold(name) else f"{about}, {period}"


def _introduction(run: Run, of: Consolidation, period: str) -> Iterator[Block]:
    """Yield to whom it goes and on what it rests."""
    if to := of.demand.item.to:
        yield Prose(f"Kính gửi: {run.agency_name(to)}", "centred")
    number = f" số {of.plan.number}" if of.plan.number else ""
    yield Prose(
        f"Thực hiện {of.plan.title}{number}, trên cơ sở báo cáo của các cơ quan, đơn vị nhận được "
        f"đến hết {administrative_day(of.as_of, _LANG)}, kết quả {period} được tổng hợp như sau:"
    )


def _period(of: Consolidation) -> str:
    """Return the period within a sentence."""
    name = of.demand.period
    if name == ONCE:
        return "kỳ báo cáo một lần"
    return official_period(name, _LANG)
