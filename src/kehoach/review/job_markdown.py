"""The summary of a job on GitHub: what ``check`` found, as Markdown of a bounded size.

GitHub drops a summary of more than 1 MiB a step, without any part of it: what does not fit is
counted in the last line.
"""

import re
from collections.abc import Iterable, Iterator

from kehoach.review.finding_groups import FindingGroup, sum_words, verdict_entries, wrong_entries
from kehoach.review.forge import brief, repository_file
from kehoach.run import Account
from kehoach.terminal.findings import severity_words
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, paint
from kehoach.words import Lang, Text
from kehoach.words.safety import one_line

ROOM = 1024 * 1024 - 1024
_TAIL, _NAMED = 200, 300
_TITLE = Text("Kiểm tra kế hoạch", "The plan, checked")
_REVISION = Text("Dữ liệu tại commit {head}", "Data at commit {head}")
_VERDICTS = Text("Quá hạn, hoàn thành quá hạn ({count})", "Late and overdue ({count})")
_TURNED = Text("Quá hạn, hoàn thành quá hạn, kết luận đổi khác ({count})",
               "Late, overdue and turned ({count})")  # fmt: skip
_WRONG = Text("Trong tệp ({count})", "In the files ({count})")
_COLUMNS = Text("Mức | Nơi | Phát hiện | Cách sửa", "Severity | Place | Finding | Cure")
_MORE = Text("… và {count} dòng nữa; xem nhật ký", "… and {count} more; see the log")
# What begins markup, a link, a mention, a formula or a sign of its own in GitHub's Markdown.
_MARKUP = re.compile(r"[\\`*_~|<>\[\]#&$@]|:(?=[\w+/-])|(?<=ww)w")


def job_summary(run: Account, screen: Screen, room: int = ROOM) -> str:
    """Return the summary in at most ``room`` bytes; empty where not even its head fits."""
    lang = screen.lang
    rows = list(_rows(run, lang))
    text = "".join(_head(run, lang))
    left = room - _TAIL - len(text.encode())
    if left < 0:
        return ""
    shown: list[str] = []
    for row in rows:
        left -= len(row.encode())
        if left < 0:
            break
        shown.append(row)
    more = len([row for row in rows[len(shown) :] if row.startswith("| ")])
    end = f"\n{_MORE.to(lang, count=more)}\n" if more else ""
    return text + "".join(shown) + end


def _head(run: Account, lang: Lang) -> Iterator[str]:
    """Yield what is judged, on what data, and the numbers found."""
    yield f"## {_TITLE.to(lang)}\n\n**{_escaped(sum_words(run, lang))}**\n\n"
    for line in paint(heading(run, Screen(lang=lang)), Screen()).splitlines():
        yield f"- {_escaped(line)}\n"
    if (git := run.repository) and git.head:
        yield f"- {_escaped(_REVISION.to(lang, head=git.head))}\n"


def _rows(run: Account, lang: Lang) -> Iterator[str]:
    """Yield the lines of both tables: what is wrong in the files, then what is late."""
    late = _VERDICTS if all(each.rule.verdict for each in run.verdicts) else _TURNED
    for title, number, entries in (
        (_WRONG, len(run.wrong), wrong_entries(run)),
        (late, len(run.verdicts), verdict_entries(run)),
    ):
        if entries:
            head = f"{_COLUMNS.to(lang)}\n---|---|---|---\n"
            yield f"\n### {title.to(lang, count=number)}\n\n{head}"
            yield from (_row(run, each, lang) for each in entries)


def _row(run: Account, entry: FindingGroup, lang: Lang) -> str:
    located, finding = entry.located, entry.located.finding
    return _cells((
        severity_words(located, lang),
        f"{repository_file(run, finding.place.file)}:{located.line}",
        f"{finding.rule.code} {entry.message(lang, _NAMED)}",
        brief(finding.hint(lang)),
    ))  # fmt: skip


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |\n"


def _escaped(words: str) -> str:
    """Return words as Markdown that shows them as they are."""
    whole = one_line(words).encode("utf-8", "replace").decode()
    return _MARKUP.sub(lambda sign: _entity(sign[0]), whole)


def _entity(sign: str) -> str:
    # GitHub looks for mentions after references are resolved; a word joiner is not seen, and ends it.
    return f"&#{ord(sign)};" + ("&#8288;" if sign == "@" else "")
