"""``kehoach consolidate --format markdown``: the reports of a period, to work with."""

from collections.abc import Iterator

from kehoach.document import Block, Bullets, Message, Prose, Title, composed
from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.uncounted import anyway_words
from kehoach.letters.consolidation.gathered_reports import Consolidation
from kehoach.letters.consolidation.item_figures import figures
from kehoach.letters.consolidation.results import results
from kehoach.letters.consolidation.senders import senders
from kehoach.letters.notices import telling
from kehoach.periods import ONCE
from kehoach.run import Run
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.official_periods import official_period

_TITLE = Text("Tổng hợp báo cáo theo mục {item}, {period}",
              "Reports consolidated: item {item}, {period}")  # fmt: skip
_ONCE = Text("một lần", "one-off")
_REPORT = Text("Báo cáo: {title}", "Report: {title}")
_REVISION = Text("Bản dữ liệu: {head}", "Data revision: {head}")
_NO_GIT = Text("không trong kho git", "not in a git repository")
_LEFT_OUT = Text(
    "Bỏ qua {count} tệp không đọc được: {files}",
    "{count} unreadable {count:file|files} {count:is|are} left out: {files}",
)


def working_copy(run: Run, of: Consolidation, lang: Lang) -> Message:
    """Return what was consolidated, from which files, under a title and nothing else."""
    period = of.demand.period
    words = _ONCE.to(lang) if period == ONCE else official_period(period, lang)
    title = _TITLE.to(lang, item=of.demand.item.id, period=words)
    blocks = (
        Title(title, 1),
        *warnings(run, of, lang),
        Bullets(tuple(facts(run, of, lang))),
        *three_parts(run, of, lang),
    )
    return composed(Message(title, blocks, lang, of.as_of))


def warnings(run: Run, of: Consolidation, lang: Lang) -> Iterator[Prose]:
    """Yield what must be known before reading: invented data, and what does not count."""
    if of.sample:
        yield Prose(SAMPLE.to(lang), "notice")
    yield from telling(run, lang)
    if uncounted := anyway_words(run):
        yield Prose(uncounted.to(lang), "notice")


def three_parts(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield who reported, what they say item by item, and the figures."""
    yield from senders(run, of, lang)
    yield from results(run, of, lang)
    yield from figures(run, of, lang)


def facts(run: Run, of: Consolidation, lang: Lang) -> Iterator[str]:
    """Yield what was consolidated, as of when, from which state of the files."""
    plan = of.plan
    number = f" ({plan.number})" if plan.number else ""
    yield captions.PLAN_NAMED.to(lang, id=plan.id, number=number, name=plan.title)
    yield _REPORT.to(lang, title=of.demand.item.title)
    yield captions.AS_OF.to(lang, day=shown_day(of.as_of, lang), timezone=run.timezone)
    git = run.repository
    yield _REVISION.to(lang, head=(git.head if git else None) or _NO_GIT.to(lang))
    if left := run.workspace.left_out:
        names = ", ".join(run.shown_file(name) for name in left)
        yield _LEFT_OUT.to(lang, count=len(left), files=names)
