"""What every export says of its data: the commit, and to what the question restricts it."""

from kehoach.run import Account
from kehoach.words import Lang, Text, captions

_REVISION = Text("Bản dữ liệu: {head} (git)", "Data revision: {head} (git)")
_NO_REVISION = Text("Bản dữ liệu: không thuộc kho git nào", "Data revision: in no git repository")
_ASKED = Text("Chỉ gồm: {what}", "Only: {what}")
_KINDS = (
    captions.AN_AGENCY, captions.AN_ITEM, captions.A_PERIOD,
    captions.A_STATE,
)  # fmt: skip


def revision(run: Account) -> str | None:
    """Return the commit that was judged; ``None`` outside a repository."""
    git = run.repository
    return git.head if git else None


def revision_words(run: Account, lang: Lang) -> str:
    """Return the commit that was judged as a sentence."""
    head = revision(run)
    return _REVISION.to(lang, head=head) if head else _NO_REVISION.to(lang)


def asked_words(run: Account, lang: Lang) -> str:
    """Return to what the question restricts the export; empty where it asks for everything."""
    asked = run.asked
    values = (asked.agencies, asked.items, asked.periods, asked.only)
    told = [
        f"{kind.to(lang)} {', '.join(given)}"
        for kind, given in zip(_KINDS, values, strict=True)
        if given
    ]
    return _ASKED.to(lang, what=" · ".join(told)) if told else ""
