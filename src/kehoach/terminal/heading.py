"""The top of every page: what plan, as of when, on what data; and the counts that add up."""

from collections.abc import Iterator
from functools import partial

from kehoach.diagnostics import Severity
from kehoach.explanations.figures import apart, rate
from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import sources_words
from kehoach.explanations.uncounted import unassigned_words, uncounted_words
from kehoach.model.plan import Policy
from kehoach.run import Account
from kehoach.run.by_parts.parts import WHOLE
from kehoach.terminal.grid import Column, Grid
from kehoach.terminal.screen import Screen, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.tables import Counts
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED, Remark, Status

_DATA = Text("{files} tệp báo cáo, {entries} mục sổ văn bản đến trong {folder}",
             "{files} {files:submission|submissions}, {entries} registry {entries:entry|entries} in "
             "{folder}")  # fmt: skip
_CONCERNED = Text(
    "{files} tệp báo cáo liên quan, {entries} mục sổ văn bản đến trong {folder}",
    "{files} {files:submission|submissions} concerned, {entries} registry {entries:entry|entries} in "
    "{folder}",
)
_POLICY = Text(
    "“trước ngày X”: {before}; gặp ngày nghỉ: {roll}",
    "“before X”: {before}; on a day off: {roll}",
)
_BACK = Text("; hạn tính lùi gặp ngày nghỉ: {roll}", "; counted back, on a day off: {roll}")
_BEFORE = {
    "exclusive": Text("hạn là ngày liền trước X", "due the day before X"),
    "inclusive": Text("hạn là chính ngày X", "due on X itself"),
}
_ROLL = {
    "next": Text("chuyển sang ngày làm việc tiếp theo", "moves to the next working day"),
    "none": Text("giữ nguyên", "stays"),
    "previous": Text("lùi về ngày làm việc trước", "moves to the previous working day"),
}
_RECEIVED = Text("Ngày nhận theo: {sources}", "Days of receipt by: {sources}")
_RATES = Text("Hoàn thành {done} · Đúng hạn {on_time} (trên số đã đến hạn hoặc đã xong)",
              "Completed {done} · On time {on_time} (of what is done or due)")  # fmt: skip
BESIDE = Text("Tính riêng: {apart}", "Apart: {apart}")
_PLANS = Text("{count} kế hoạch: {plans}", "{count} plans: {plans}")
_FINDINGS = Text("{errors} lỗi, {warnings} cảnh báo trong tệp: xem kehoach check",
                 "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings} in the "
                 "files: see kehoach check")  # fmt: skip
_FEW, _SHORT, _ONE_LINE = 3, 10, 2


def heading(run: Account, screen: Screen) -> Iterator[Styled]:
    """Yield the lines that say what is judged, as of when, on what data, by what policy."""
    lang = screen.lang
    if run.sample:
        yield words(f"⚠ {SAMPLE.to(lang)}", "bold yellow")
    yield words(plans_words(run, lang), "bold")
    yield words(data_words(run, lang))
    for said in dict.fromkeys(
        policy_words(plan.policy, lang, back=plan.counts_back) for plan in run.plans
    ):
        yield words(said, "dim")
    yield words(_RECEIVED.to(lang, sources=sources_words(run, lang)), "dim")
    yield from _lacking(run, lang)


def warnings(run: Account, lang: Lang) -> Iterator[Styled]:
    """Yield what is to be known before any figure: invented data, what is not counted, mistakes."""
    if run.sample:
        yield words(f"⚠ {SAMPLE.to(lang)}", "bold yellow")
    yield from _lacking(run, lang)
    yield from problems(run, lang)


def _lacking(run: Account, lang: Lang) -> Iterator[Styled]:
    """Yield what was left out or does not count."""
    for lacking in filter(None, (uncounted_words(run), unassigned_words(run))):
        yield words(lacking.to(lang), "bold red")
    if left := run.left_out:
        files = ", ".join(left[:_FEW]) + (" …" if len(left) > _FEW else "")
        count = grouped(len(left), lang)
        yield words(captions.LEFT_OUT.to(lang, count=count, files=files), "bold red")


def problems(run: Account, lang: Lang) -> Iterator[Styled]:
    """Yield how many things are wrong in the files."""
    severities = [finding.rule.severity for finding in run.wrong]
    errors, warned = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    if errors or warned:
        numbers = {"errors": grouped(errors, lang), "warnings": grouped(warned, lang)}
        yield words(_FINDINGS.to(lang, **numbers), "bold red" if errors else "yellow")


def plans_words(run: Account, lang: Lang) -> str:
    """Return the plans: one by its id, number and name, several by their ids and short names."""
    if len(run.plans) == 1:
        (plan,) = run.plans
        number = f" ({plan.number})" if plan.number else ""
        return f"{captions.PLAN.to(lang)} {plan.id}{number}: {plan.name}"
    named = "; ".join(f"{plan.id} {plan.name}" for plan in run.plans)
    return _PLANS.to(lang, count=grouped(len(run.plans), lang), plans=named)


def data_words(run: Account, lang: Lang) -> str:
    """Return as of when, and on what data: all of it, or what concerns those who are asked about."""
    as_of = captions.AS_OF.to(lang, day=shown_day(run.as_of, lang), timezone=run.timezone)
    data = (_DATA if run.part == WHOLE else _CONCERNED).to(
        lang,
        files=grouped(len(run.filed), lang),
        entries=grouped(len(run.workspace.book.receipts), lang),
        folder=run.shown_folder or "./",
    )
    return f"{as_of} · {data}{_revision(run)}"


def policy_words(policy: Policy, lang: Lang, *, back: bool = False) -> str:
    """Return how dates are read: "before X", days off, and days off of what is counted ``back``."""
    said = _POLICY.to(
        lang, before=_BEFORE[policy.before].to(lang), roll=_ROLL[policy.roll].to(lang)
    )
    return said + (_BACK.to(lang, roll=_ROLL[policy.roll_back].to(lang)) if back else "")


def _revision(run: Account) -> str:
    """Return the commit of the data, by which anybody can see the same; nothing outside git."""
    git = run.repository
    return f" (git {git.head[:_SHORT]})" if git and git.head else ""


def totals(counts: Counts, lang: Lang) -> Iterator[Part]:
    """Yield the sum that must add up, the rates with both their numbers, and what stands apart."""
    yield _sum(counts, lang)
    yield words(_RATES.to(
        lang, done=rate(counts.completion, lang), on_time=rate(counts.on_time, lang)
    ), "bold")  # fmt: skip
    yield from explained(counts, lang)
    yield words(BESIDE.to(lang, apart=apart(counts, lang, partial(grouped, lang=lang))), "dim")


def explained(counts: Counts, lang: Lang) -> Iterator[Styled]:
    """Yield of how much of what is overdue a reason or an expected day was told, where anything is."""
    if counts[Status.OVERDUE]:
        said = f"{Remark.EXPLAINED.counted.to(lang)}: {rate(counts.explained, lang)}"
        yield words(f"{said} {Status.OVERDUE.label.to(lang).lower()}", "dim")


def _sum(counts: Counts, lang: Lang) -> Grid:
    """Return assigned = on time + late + in term + overdue, with the parts below."""
    beside = {each.part_of: each for each in (Remark.DUE_SOON, Remark.MISSING)}
    columns = [Column(captions.GIVEN.to(lang))]
    figures, parts = [words(f"{grouped(counts.assigned, lang)} =", "bold")], [words("")]
    for each in ASSIGNED:
        sign = "" if each is ASSIGNED[-1] else " +"
        columns.append(Column(in_two(each.label.to(lang))))
        style = each.look.style if counts[each] else ""
        figures.append(words(grouped(counts[each], lang) + sign, style))
        part = beside.get(each)
        said = part and f"({part.counted.to(lang).lower()} {grouped(counts[part], lang)})"
        parts.append(words(said or "", "dim"))
    return Grid(columns, [figures, parts])


def in_two(label: str) -> str:
    """Return a heading of many words in two lines."""
    several = label.split(" ")
    if len(several) <= _ONE_LINE:
        return label
    half = len(several) // 2
    return f"{' '.join(several[:half])}\n{' '.join(several[half:])}"
