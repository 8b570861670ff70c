"""From the bytes of one file to its content, with every mistake in it."""

from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from kehoach.diagnostics import Finding, Route
from kehoach.model.submissions import Submission
from kehoach.reading.finding_bounds import bounded, first_of
from kehoach.reading.lost_words import lost_words
from kehoach.reading.model_values import validate
from kehoach.reading.shared_keys import share_keys
from kehoach.reading.yaml_files.yaml_text import Refused, decode, read_mapping

M = TypeVar("M", bound=BaseModel)


class FileReading(NamedTuple, Generic[M]):
    """What counts of a file (``None``: nothing), and what is wrong in it.

    ``data`` is what YAML made of a submission, text throughout. ``lost`` are the entries that do not
    count of a file of the office that has mistakes, ``ids`` the ids that stand in them.
    """

    content: M | None
    findings: list[Finding]
    lost: tuple[Route, ...] | None = None
    ids: frozenset[str] = frozenset()
    data: dict[str, Any] | None = None


def submission_in(raw: bytes, name: str = "") -> FileReading[Submission]:
    """Return what an agency says in a file: nothing counts until all of it can be read.

    That depends on the bytes alone; the name stands in the findings.
    """
    return read_file(raw, name, Submission, "submission")


def submission_from(text: bytes) -> Submission | None:
    """Return what the ``data`` of a submission say, in JSON; ``None`` where they are none."""
    try:
        content = Submission.model_validate_json(text)
    except ValidationError:
        return None
    _share_keys(content)
    return content


def read_file(raw: bytes, name: str, model: type[M], kind: str) -> FileReading[M]:
    """Return what a file says; of one that the office keeps, what of it can be read."""
    try:
        text = decode(raw, name)
        data, found = read_mapping(text, name, kind)
    except Refused as refused:
        return FileReading(None, [refused.finding])
    content, wrong = validate(model, data, name, len(text))
    told, wrong = lost_words(text, name, model), [*found, *wrong]
    if "“" in text or "”" in text:
        from kehoach.reading.slips.curly_values import curly_values  # noqa: PLC0415 - few hold one

        curly = curly_values(data, text, name, wrong)
        told += (
            first_of(curly) if wrong else curly
        )  # of a file in which much is wrong no more is told
    if not wrong:
        if isinstance(content, Submission):
            _share_keys(content)
        return FileReading(content, told, data=data)
    if model is Submission:
        return FileReading(None, bounded([*told, *wrong]))
    from kehoach.reading.lost_entries import salvaged  # noqa: PLC0415 - for mistakes only

    content, wrong, lost, ids = salvaged(model, data, text, wrong)
    return FileReading(content, bounded([*told, *wrong]), lost, ids)


def _share_keys(submission: Submission) -> None:
    """Let all records of a submission share their sets of keys."""
    proofs = (proof for task in submission.tasks for proof in task.evidence)
    share_keys((submission, submission.document, *submission.reports, *submission.tasks, *proofs))
