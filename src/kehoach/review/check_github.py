"""``kehoach check --format github``: annotations on the lines of a pull request.

GitHub shows ten annotations of a kind a step and drops the others without a word. So the worst come
first, one for many agencies that owe the same; the tenth says how many more there are. The log names
everything and everyone. The log is read by a runner that obeys ``::`` at the beginning of a line,
and ``##[`` anywhere in one.
"""

from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.review.finding_groups import FindingGroup, sum_words, verdict_entries, wrong_entries
from kehoach.review.forge import brief, repository_file
from kehoach.run import Account
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, paint
from kehoach.words import Lang, Text
from kehoach.words.safety import no_command, one_line

_SHOWN, _NAMED = 10, 10
_MORE = {
    Severity.ERROR: Text(
        "và {count} lỗi nữa: xem nhật ký", "and {count} more {count:error|errors}: see the log"
    ),
    Severity.WARNING: Text(
        "và {count} cảnh báo nữa: xem nhật ký",
        "and {count} more {count:warning|warnings}: see the log",
    ),
    Severity.NOTICE: Text(
        "và {count} lưu ý nữa: xem nhật ký", "and {count} more {count:notice|notices}: see the log"
    ),
}
_IN_FULL = Text(
    "Đầy đủ những gì chú thích không chứa hết ({count})",
    "In full, what annotations do not hold ({count})",
)


def check_github(run: Account, screen: Screen) -> str:
    """Return the commands that annotate, between what is judged and the numbers found."""
    lang = screen.lang
    head = paint(heading(run, Screen(lang=lang)), Screen()).splitlines()
    # Verdicts before other notices: both are of one severity, and a reader looks for them first.
    entries = [*verdict_entries(run), *wrong_entries(run)]
    lines: list[str] = []
    told: list[FindingGroup] = []
    for severity in Severity:
        shown, more = _shown([each for each in entries if each.severity is severity])
        lines += [_annotation(run, each, lang) for each in shown]
        if more:
            lines.append(f"::{severity}::{_message(_MORE[severity].to(lang, count=len(more)))}")
        told += [*(each for each in shown if _cut(each, lang)), *more]
    lines = [*map(no_command, head), *lines, *_fold(run, told, lang), sum_words(run, lang)]
    return "".join(f"{line}\n" for line in lines)


def _shown(entries: list[FindingGroup]) -> tuple[list[FindingGroup], list[FindingGroup]]:
    """Return the entries that get an annotation, and those of which only the number is told."""
    number = len(entries) if len(entries) <= _SHOWN else _SHOWN - 1
    return entries[:number], entries[number:]


def _annotation(run: Account, entry: FindingGroup, lang: Lang) -> str:
    """Return the command that puts an entry on its line."""
    located, finding = entry.located, entry.located.finding
    title = f"{finding.rule.code} {finding.rule.title.to(lang)}"
    properties = {
        "file": repository_file(run, finding.place.file),
        "line": str(located.line),
        "col": str(located.column),
        "title": title,
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = f"{entry.message(lang, _NAMED)}\n→ {brief(finding.hint(lang))}"
    return f"::{entry.severity} {given}::{_message(words)}"


def _cut(entry: FindingGroup, lang: Lang) -> bool:
    """Say whether an annotation does not name everyone."""
    return entry.message(lang) != entry.message(lang, _NAMED)


def _fold(run: Account, entries: list[FindingGroup], lang: Lang) -> Iterator[str]:
    """Yield a fold of the log with entries in full."""
    if not entries:
        return
    yield f"::group::{_message(_IN_FULL.to(lang, count=len(entries)))}"
    for entry in entries:
        located, finding = entry.located, entry.located.finding
        place = f"{repository_file(run, finding.place.file)}:{located.line}:{located.column}"
        yield one_line(f"- {place}: {finding.rule.code}: {entry.message(lang)}")
        yield f"  → {brief(finding.hint(lang))}"
    yield "::endgroup::"


def _message(words: str) -> str:
    """Return words as the message of a command, as the runner's ``UnescapeData`` reads them."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Return words as a property of a command, as the runner's ``UnescapeProperty`` reads them."""
    return _message(brief(words)).replace(":", "%3A").replace(",", "%2C")
