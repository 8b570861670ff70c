"""``kehoach consolidate --format markdown``."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from kehoach.explanations.labels import SAMPLE
from kehoach.letters.consolidation import Consolidation
from kehoach.letters.consolidation_blocks import Block, Bullets, Heading, Paragraph, Table
from kehoach.letters.consolidation_figures import figures
from kehoach.letters.consolidation_matters import results
from kehoach.letters.consolidation_senders import senders
from kehoach.letters.summary_markdown import escaped
from kehoach.run import Run
from kehoach.words import Lang, Text, shown_day

_TITLE = Text("Tổng hợp báo cáo theo mục {item}, {period}",
              "Reports consolidated: item {item}, {period}")  # fmt: skip
_PERIOD = Text("kỳ {period}", "period {period}")
_ONCE = Text("một lần", "one-off")
_PLAN = Text("Kế hoạch {id}{number}: {name}", "Plan {id}{number}: {name}")
_REPORT = Text("Báo cáo: {title}", "Report: {title}")
_AS_OF = Text("Tính đến hết ngày {day} ({timezone})", "As of the end of {day} ({timezone})")
_REVISION = Text("Bản dữ liệu: {head}", "Data revision: {head}")
_NO_GIT = Text("không trong kho git", "not in a git repository")
_LEFT_OUT = Text(
    "Bỏ qua {count} tệp không đọc được: {files}", "{count} unreadable files are left out: {files}"
)
_MARKED = re.compile(r"^[-+=#:]")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def consolidation_markdown(run: Run, of: Consolidation, lang: Lang) -> str:
    """Return the consolidation as Markdown in which nothing that people wrote is markup."""
    parts = [f"# {_shown(title(of, lang))}", "\n".join(_facts(run, of, lang))]
    return "\n\n".join([*parts, *map(_block, blocks(run, of, lang))]) + "\n"


def title(of: Consolidation, lang: Lang) -> str:
    """Return the item and the period in words."""
    period = of.demand.period
    words = _ONCE.to(lang) if period == "once" else _PERIOD.to(lang, period=period)
    return _TITLE.to(lang, item=of.demand.item.id, period=words)


def blocks(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield the three parts, the same in every format."""
    yield from senders(run, of, lang)
    yield from results(run, of, lang)
    yield from figures(run, of, lang)


def facts(run: Run, of: Consolidation, lang: Lang) -> Iterator[str]:
    """Yield what was consolidated, as of when, from which state of the files."""
    plan = of.plan
    yield _PLAN.to(
        lang, id=plan.id, number=f" ({plan.number})" if plan.number else "", name=plan.title
    )
    yield _REPORT.to(lang, title=of.demand.item.title)
    yield _AS_OF.to(lang, day=shown_day(of.as_of, lang), timezone=run.timezone)
    git = run.repository
    yield _REVISION.to(lang, head=(git.head if git else None) or _NO_GIT.to(lang))
    if left := run.workspace.left_out:
        names = ", ".join(run.shown_file(name) for name in left)
        yield _LEFT_OUT.to(lang, count=len(left), files=names)


def _facts(run: Run, of: Consolidation, lang: Lang) -> Iterator[str]:
    if of.sample:
        yield f"> **{escaped(SAMPLE.to(lang))}**\n"
    for fact in facts(run, of, lang):
        yield f"- {_shown(fact)}"


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {_shown(words)}"
        case Paragraph(words, quoted):
            return f"> {_begun(words)}" if quoted else _begun(words)
        case Bullets(lines):
            return "\n".join(f"- {_begun(line)}" for line in lines)
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    if table.summed:
        rows[-1] = [f"**{cell}**" if cell else "" for cell in rows[-1]]
    head = [_shown(column.name) for column in table.columns]
    rule = ["---:" if column.number else "---" for column in table.columns]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _shown(words: str) -> str:
    """Return escaped text, its letters put together as fonts draw them (NFC)."""
    return escaped(normalize("NFC", words))


def _begun(words: str) -> str:
    """Return escaped text that begins neither a list nor a heading."""
    return _NUMBERED.sub(r"\1\\\2", _MARKED.sub(r"\\\g<0>", _shown(words)))
