"""The top of every page: what plan, as of when, on what data; and the counts that add up."""

from collections.abc import Iterator

from kehoach.explanations.figures import apart
from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import sources_words
from kehoach.explanations.uncounted import unassigned_words, uncounted_words
from kehoach.model.plan import Plan, Policy
from kehoach.run import Account
from kehoach.run.by_parts.parts import WHOLE
from kehoach.terminal.grid import Column, Grid
from kehoach.terminal.screen import Screen, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text, captions, shown_day
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
_SUM = (
    captions.GIVEN, Status.DONE_ON_TIME.counted, Text("Xong muộn", "Done late"),
    Status.IN_TERM.label, Status.OVERDUE.label,
)  # fmt: skip
_RATES = Text("Hoàn thành {done} · Đúng hạn {on_time} (trên số đã đến hạn hoặc đã xong)",
              "Completed {done} · On time {on_time} (of what is done or due)")  # fmt: skip
_APART = Text("Tính riêng: {apart}", "Apart: {apart}")
_FEW, _SHORT = 3, 10


def heading(run: Account, screen: Screen) -> Iterator[Styled]:
    """Yield the lines that say what is judged, as of when, on what data, by what policy."""
    lang = screen.lang
    if run.sample:
        yield words(f"⚠ {SAMPLE.to(lang)}", "bold yellow")
    yield from (words(_named(plan, lang), "bold") for plan in run.plans)
    yield words(_data_words(run, lang))
    for said in dict.fromkeys(
        policy_words(plan.policy, lang, back=plan.counts_back) for plan in run.plans
    ):
        yield words(said, "dim")
    yield words(_RECEIVED.to(lang, sources=sources_words(run, lang)), "dim")
    for lacking in filter(None, (uncounted_words(run), unassigned_words(run))):
        yield words(lacking.to(lang), "bold red")
    if left := run.left_out:
        files = ", ".join(left[:_FEW]) + (" …" if len(left) > _FEW else "")
        yield words(captions.LEFT_OUT.to(lang, count=len(left), files=files), "bold red")


def _named(plan: Plan, lang: Lang) -> str:
    """Return a plan by its id, its number where it has one, and its name."""
    number = f" ({plan.number})" if plan.number else ""
    return f"{captions.PLAN.to(lang)} {plan.id}{number}: {plan.name}"


def _data_words(run: Account, lang: Lang) -> str:
    """Return as of when, and on what data: all of it, or what concerns those who are asked about."""
    as_of = captions.AS_OF.to(lang, day=shown_day(run.as_of, lang), timezone=run.timezone)
    data = (_DATA if run.part == WHOLE else _CONCERNED).to(
        lang,
        files=len(run.filed),
        entries=len(run.workspace.book.receipts),
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
        lang, done=rate_words(counts.completion, lang), on_time=rate_words(counts.on_time, lang)
    ), "bold")  # fmt: skip
    yield words(_APART.to(lang, apart=apart(counts, lang, str)), "dim")


def _sum(counts: Counts, lang: Lang) -> Grid:
    """Return assigned = on time + late + in term + overdue, with the parts below."""
    numbers = (counts.assigned, *(counts[status] for status in ASSIGNED))
    styles = ("bold", *(status.look.style for status in ASSIGNED))
    columns, figures, parts = [], [], []
    soon, missing = (
        f"{part.counted.to(lang).lower()} {counts[part]}"
        for part in (Remark.DUE_SOON, Remark.MISSING)
    )
    for name, number, style, sign, part in zip(
        _SUM, numbers, styles, ("=", "+", "+", "+", ""), ("", "", "", soon, missing), strict=True
    ):
        columns += [Column(name.to(lang)), Column("")]
        figures += [words(str(number), style if number else ""), words(sign)]
        parts += [words(f"({part})" if part else "", "dim"), words("")]
    return Grid(columns[:-1], [figures[:-1], parts[:-1]])


def rate_words(rate: Rate, lang: Lang) -> str:
    """Return ``15/20 (75,0 %)``; without anything due there is no rate."""
    if not rate.whole:
        return "0/0"
    percent = f"{100 * rate.part / rate.whole:.1f}"
    return f"{rate.part}/{rate.whole} ({percent.replace('.', ',') if lang == 'vi' else percent} %)"
