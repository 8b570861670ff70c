"""The one way in which a submission file is written: prepared, imported, or invented as a sample.

What is written is read back as the same submission by this program, and by any reader of YAML 1.1
or 1.2 as the same text.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kehoach.diagnostics import Route
from kehoach.model.documents import Document
from kehoach.model.submissions import ReportEntry, Submission, TaskEntry
from kehoach.words.yaml_words import block, remark, scalar

Remarks = Mapping[Route, str]
_NONE: Remarks = {}
_HEADED = ("number", "date", "signer")
_ON_ONE_LINE = ("number", "date", "title", "signer")


def submission_yaml(submission: Submission, remarks: Remarks = _NONE) -> str:
    """Return the text of a submission file.

    ``remarks`` are words put as comments above what stands at a route: ``()`` is the head of the
    file, ``("reports",)`` the list, ``("tasks", 0)`` an entry, ``("document", "number")`` a key.
    A remark on an entry's unwritten key (``("tasks", 0, "completed")``) closes the entry; one that
    begins with a line end has an empty line above it. The head of a draft has a line for each key
    that is still to be filled in.
    """
    return "".join(_lines(submission, remarks))


def _lines(submission: Submission, remarks: Remarks) -> Iterator[str]:
    yield _remark(remarks, ())
    yield f"schema: {submission.schema_}\n"
    yield f"plan: {scalar(submission.plan)}\n"
    yield f"agency: {scalar(submission.agency)}\n"
    for flag, raised in (("sample", submission.sample), ("draft", submission.draft)):
        if raised:
            yield f"{_remark(remarks, (flag,))}{flag}: true\n"
    yield from _head(submission, remarks)
    yield from _entries("reports", submission.reports, remarks)
    yield from _entries("tasks", submission.tasks, remarks)
    if submission.note is not None:
        yield _remark(remarks, ("note",)) + block("note", submission.note)


def _head(submission: Submission, remarks: Remarks) -> Iterator[str]:
    """Yield the covering document: on one line, or a key a line where it is to be filled in."""
    if not submission.draft:
        if pairs := _pairs(submission.document):
            yield f"{_remark(remarks, ('document',))}document: {pairs}\n"
        return
    yield _remark(remarks, ("document",)) + "document:\n"
    said = dict(submission.document)
    for key in (*_HEADED, *(["title"] if said["title"] is not None else [])):
        yield _remark(remarks, ("document", key), 2)
        yield f"  {key}:\n" if said[key] is None else _pair(key, said[key], 2)


def _entries(
    key: str, entries: Iterable[ReportEntry | TaskEntry], remarks: Remarks
) -> Iterator[str]:
    """Yield a list of entries; an empty one is left out."""
    for index, entry in enumerate(entries):
        if index == 0:
            yield f"{_remark(remarks, (key,))}{key}:\n"
        yield _remark(remarks, (key, index), 2)
        lines = "".join(_entry(entry))
        yield f"  - {lines[4:]}"
        for route, words in remarks.items():
            if route[:2] == (key, index) and len(route) > 2:  # noqa: PLR2004 - a key of the entry
                yield remark(words, 4)


def _entry(entry: ReportEntry | TaskEntry) -> Iterator[str]:
    """Yield the keys of an entry that say something, in the order of the model."""
    for name, value in entry:
        field = type(entry).model_fields[name]
        if value is None or (value == field.default and not field.is_required()):
            continue
        if name == "evidence":
            yield "    evidence:\n"
            yield from (f"      - {_pairs(proof) or '{}'}\n" for proof in value)
        else:
            yield _pair(name, value, 4)


def _pair(key: str, value: object, indent: int) -> str:
    """Return a key and its value with their line end."""
    space = " " * indent
    if isinstance(value, bool):
        return f"{space}{key}: {str(value).lower()}\n"
    if isinstance(value, int | date):
        return f"{space}{key}: {value}\n"
    if key == "period":
        return f"{space}{key}: {scalar(str(value), bare=True)}\n"
    return block(key, str(value), indent)


def _pairs(document: Document) -> str:
    """Return a document on one line; empty where it says nothing."""
    said = dict(document)
    pairs = [f"{key}: {scalar(str(said[key]))}" for key in _ON_ONE_LINE if said[key] is not None]
    return f"{{{', '.join(pairs)}}}" if pairs else ""


def _remark(remarks: Remarks, route: Route, indent: int = 0) -> str:
    words = remarks.get(route, "")
    return "\n" * words.startswith("\n") + remark(words.removeprefix("\n"), indent)
