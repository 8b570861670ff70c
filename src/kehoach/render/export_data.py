"""What every export says of its data, and how words of other people are made harmless."""

from kehoach.pipeline import Run
from kehoach.texts import Lang, Text
from kehoach.texts.safety import printable

_REVISION = Text("Bản dữ liệu: {head} (git)", "Data revision: {head} (git)")
_NO_REVISION = Text("Bản dữ liệu: không thuộc kho git nào", "Data revision: in no git repository")
_ASKED = Text("Chỉ gồm: {what}", "Only: {what}")
_KINDS = (
    Text("cơ quan", "agency"), Text("mục", "item"), Text("kỳ", "period"),
    Text("trạng thái", "state"),
)  # fmt: skip


def clean(words: str) -> str:
    """Return words printable: no control characters, direction marks or lone surrogates."""
    unix = words.replace("\r\n", "\n")
    return printable(unix).encode("utf-8", "replace").decode()


def revision(run: Run) -> str | None:
    """Return the commit that was judged; ``None`` outside a repository.

    Raises:
        GitTrouble: the repository cannot be asked.
    """
    git = run.repository()
    return git.head if git else None


def revision_words(run: Run, lang: Lang) -> str:
    """Return the commit that was judged as a sentence."""
    head = revision(run)
    return _REVISION.to(lang, head=head) if head else _NO_REVISION.to(lang)


def asked_words(run: Run, lang: Lang) -> str:
    """Return to what the question restricts the export; empty where it asks for everything."""
    asked = run.asked
    values = (asked.agencies, asked.items, asked.periods, asked.only)
    told = [
        f"{kind.to(lang)} {', '.join(given)}"
        for kind, given in zip(_KINDS, values, strict=True)
        if given
    ]
    return _ASKED.to(lang, what=" · ".join(told)) if told else ""
