"""``kehoach check --format github``: annotations on the lines of a pull request.

GitHub shows ten annotations of a kind a step and drops the others without a word. So the worst come
first, one for many agencies that owe the same; the tenth says how many more there are, and those
stand in the log in full. The log is read by a runner that obeys ``::`` at the beginning of a line,
and ``##[`` anywhere in one.
"""

import re
from collections.abc import Iterator

from kehoach.diagnostics import Severity
from kehoach.pipeline import Run
from kehoach.render.finding_groups import Entry, sum_words, verdict_entries, wrong_entries
from kehoach.render.forge import brief, repository_file
from kehoach.render.heading import heading
from kehoach.render.screen import Screen, paint
from kehoach.texts import Lang, Text

_SHOWN = 10
_MORE = {
    Severity.ERROR: Text("và {count} lỗi nữa: xem nhật ký", "and {count} more errors: see the log"),
    Severity.WARNING: Text(
        "và {count} cảnh báo nữa: xem nhật ký", "and {count} more warnings: see the log"
    ),
    Severity.NOTICE: Text(
        "và {count} lưu ý nữa: xem nhật ký", "and {count} more notices: see the log"
    ),
}
_REST = Text("Còn lại ({count})", "The rest ({count})")


def check_github(run: Run, screen: Screen) -> str:
    """Return the commands that annotate, between what is judged and the numbers found."""
    lang = screen.lang
    # Verdicts before other notices: both are of one severity, and a reader looks for them first.
    entries = [*verdict_entries(run, lang), *wrong_entries(run, lang)]
    lines = [
        _log_line(line) for line in paint(heading(run, Screen(lang=lang)), Screen()).splitlines()
    ]
    rest: list[Entry] = []
    for severity in Severity:
        mine = [each for each in entries if each.severity is severity]
        shown = mine if len(mine) <= _SHOWN else mine[: _SHOWN - 1]
        lines += [_annotation(run, each, lang) for each in shown]
        if more := mine[len(shown) :]:
            lines.append(f"::{severity}::{_message(_MORE[severity].to(lang, count=len(more)))}")
            rest += more
    if rest:
        lines.append(f"::group::{_message(_REST.to(lang, count=len(rest)))}")
        lines += [_log_line(words) for each in rest for words in _told(run, each, lang)]
        lines.append("::endgroup::")
    return "".join(f"{line}\n" for line in (*lines, _log_line(sum_words(run, lang))))


def _annotation(run: Run, entry: Entry, lang: Lang) -> str:
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
    words = f"{brief(entry.message)}\n→ {brief(finding.hint(lang))}"
    return f"::{entry.severity} {given}::{_message(words)}"


def _told(run: Run, entry: Entry, lang: Lang) -> Iterator[str]:
    """Yield an entry as lines of the log, whole."""
    located, finding = entry.located, entry.located.finding
    file = repository_file(run, finding.place.file)
    yield f"- {file}:{located.line}:{located.column}: {finding.rule.code}: {entry.message}"
    yield f"  → {finding.hint(lang)}"


def _message(words: str) -> str:
    """Return words as the message of a command, as the runner's ``UnescapeData`` reads them."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Return words as a property of a command, as the runner's ``UnescapeProperty`` reads them."""
    return _message(brief(words)).replace(":", "%3A").replace(",", "%2C")


def _log_line(words: str) -> str:
    """Return a line that the runner only prints."""
    line = re.sub(r"##(?=\w*\[)", "# #", brief(words))
    return re.sub("^::", ": :", line)
