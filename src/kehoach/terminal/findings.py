"""A finding as lines of text: ``file:line:column: code message``, the line itself, and how to mend it."""

from collections.abc import Callable, Iterable, Iterator

from kehoach.reading.positions import Located
from kehoach.terminal.excerpts import excerpt
from kehoach.words import Lang, Text, captions
from kehoach.words.safety import one_line

SEVERITY = {
    "error": captions.ERROR,
    "warning": Text("cảnh báo", "warning"),
    "notice": Text("lưu ý", "notice"),
}


def place_words(located: Located, shown: Callable[[str], str]) -> str:
    """Return ``file:line:column``, as editors and terminals make it a link."""
    return one_line(f"{shown(located.finding.place.file)}:{located.line}:{located.column}")


def severity_words(located: Located, lang: Lang) -> str:
    """Return the severity as people read it."""
    return SEVERITY[located.finding.rule.severity].to(lang)


def finding_lines(
    findings: Iterable[Located], shown: Callable[[str], str], lang: Lang, room: int | None = None
) -> Iterator[str]:
    """Yield what is wrong and where, the line itself with a mark, and how to mend it, of each finding."""
    for located in findings:
        finding = located.finding
        severity = severity_words(located, lang)
        message = one_line(finding.message(lang))
        yield f"{place_words(located, shown)}: {finding.rule.code} {severity}: {message}"
        yield from excerpt(located, room) or ()
        yield f"    → {one_line(finding.hint(lang))}"
