"""What the figures rest on: the revision of the data, and by what days of receipt are known."""

from collections import Counter
from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.run import Account
from kehoach.verdicts.evidence import Source
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import grouped

_NO_GIT = Text("không lấy từ git", "not from git")


def revision(run: Account, lang: Lang) -> str:
    """Return the commit that the data stood at, where git can tell."""
    git = run.repository
    return f"git {git.head[:10]}" if git and git.head else _NO_GIT.to(lang)


EVERY_DAY = Text(
    "mọi ngày hoàn thành tự khai đều được tính, dù báo lúc nào (policy.telling: declared)",
    "every declared day of completion counts, whenever it was told (policy.telling: declared)",
)
_NOTHING = Text("chưa có gì", "nothing yet")


def sources_words(run: Account, lang: Lang) -> str:
    """Return by what how many entries received so far were dated, the strongest source first."""
    number, own = run.received
    named = (
        f"{source.label.to(lang)} {number[source]}{_unverified(own, source, lang)}"
        for source in Source
        if number[source]
    )
    known = " · ".join(named) or _NOTHING.to(lang)
    return "; ".join((known, *telling_policy(run, lang)))


def takes_every_day(run: Account) -> bool:
    """Whether a plan takes every declared day of completion, whenever it was told."""
    return any(plan.policy.telling == "declared" for plan in run.plans)


def telling_policy(run: Account, lang: Lang) -> Iterator[str]:
    """Yield that a plan takes every declared day of completion, where one does."""
    if takes_every_day(run):
        yield EVERY_DAY.to(lang)


_OWN_CLOCK = Text(
    " ({number} chỉ theo đồng hồ người gửi)", " ({number} by the sender's own clock only)"
)


def _unverified(own: int, source: Source, lang: Lang) -> str:
    """Return how many of the days that git knows rest on nothing but the sender's own clock."""
    return _OWN_CLOCK.to(lang, number=own) if own and source is Source.GIT else ""


_PLAN = Text("Kế hoạch {id}{number}: {title}.", "Plan {id}{number}: {title}.")


_AS_OF = Text("Tính đến hết ngày {day} ({timezone}).", "As of the end of {day} ({timezone}).")


_DATA = Text("{files} tệp báo cáo, {entries} mục sổ văn bản đến.",
             "{files} {files:submission|submissions}, {entries} registry "
             "{entries:entry|entries}.")  # fmt: skip


_RECEIVED = Text("Ngày nhận theo: {sources}.", "Days of receipt by: {sources}.")


_DUE = Text("Hạn: “trước ngày X” {before}; gặp ngày nghỉ thì {roll}.",
            "Due days: “before X” {before}; on a day off {roll}.")  # fmt: skip


_BEFORE = {
    "exclusive": Text("là hết ngày liền trước X", "is the day before X"),
    "inclusive": Text("là hết chính ngày X", "is X itself"),
}


_ROLL = {
    "next": Text("chuyển sang ngày làm việc tiếp theo", "it moves to the next working day"),
    "none": Text("giữ nguyên", "it stays"),
    "previous": Text("lùi về ngày làm việc trước", "it moves to the previous working day"),
}


_BACK = Text("Hạn tính lùi gặp ngày nghỉ thì {roll}.",
             "What is counted back: on a day off {roll}.")  # fmt: skip


_RATES = Text(
    "Tỷ lệ hoàn thành = đã hoàn thành ÷ (đã hoàn thành + quá hạn); tỷ lệ đúng hạn = hoàn thành "
    "đúng hạn ÷ (đã hoàn thành + quá hạn).",
    "Completion = done ÷ (done + overdue); on time = done on time ÷ (done + overdue).",
)


_WRONG = Text("Trong tệp có {errors} lỗi, {warnings} cảnh báo.",
              "The files hold {errors} {errors:error|errors}, {warnings} "
              "{warnings:warning|warnings}.")  # fmt: skip


_AGAIN = Text("Chạy lại: kehoach summary {options}; lỗi trong tệp: kehoach check; vì sao có từng kết luận: "
              "kehoach explain.",
              "Again: kehoach summary {options}; mistakes in the files: kehoach check; why each verdict: "
              "kehoach explain.")  # fmt: skip


def data_lines(run: Account, lang: Lang) -> Iterator[str]:
    """Yield the sentences that say what the figures rest on; for leaders: no file, no command."""
    for plan in run.plans:
        number = f" ({plan.number})" if plan.number else ""
        yield _PLAN.to(lang, id=plan.id, number=number, title=plan.title)
    yield _AS_OF.to(lang, day=shown_day(run.as_of, lang), timezone=run.timezone)
    files, entries = len(run.filed), len(run.workspace.book.receipts)
    yield _DATA.to(lang, files=grouped(files, lang), entries=grouped(entries, lang))
    yield _RECEIVED.to(lang, sources=sources_words(run, lang))
    for policy, back in dict.fromkeys((plan.policy, plan.counts_back) for plan in run.plans):
        yield _DUE.to(lang, before=_BEFORE[policy.before].to(lang),
                      roll=_ROLL[policy.roll].to(lang))  # fmt: skip
        if back:
            yield _BACK.to(lang, roll=_ROLL[policy.roll_back].to(lang))
    yield _RATES.to(lang)
    severities = Counter(finding.rule.severity for finding in run.wrong)
    errors, warnings = severities[Severity.ERROR], severities[Severity.WARNING]
    if errors or warnings:
        yield _WRONG.to(lang, errors=errors, warnings=warnings)


def again_line(run: Account, lang: Lang) -> str:
    """Return by which commands the figures are found again, and the reasons for them."""
    rev = f" --rev {run.revision}" if run.revision else ""
    return _AGAIN.to(lang, options=f"--as-of {run.as_of.isoformat()}{rev}")
