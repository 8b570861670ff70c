"""The arrival log as a clone holds it: on a branch of its own, beside the history that it dates."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kehoach.reading.repositories.commit_log import LoggedCommit
from kehoach.reading.repositories.git import cut_short, run
from kehoach.reading.repositories.repository import Repository
from kehoach.verdicts.evidence.arrival_log import (
    BRANCH,
    FILE,
    ArrivalLog,
    LogCommit,
    counted,
    parsed,
)
from kehoach.verdicts.evidence.commit import Change, first_parents

_PATCH = (
    "log", "--reverse", "--first-parent", "--diff-merges=first-parent", "-p", "-U0", "--text",
    "--inter-hunk-context=0", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-notes",
    "--no-decorate", "--no-color",
    "--src-prefix=a/", "--dst-prefix=b/", "--format=%x01%H%x00%ae%x00%ce",
)  # fmt: skip
_HEADER = re.compile(r"^\x01", re.MULTILINE)  # lines of the file stand behind a sign
_HUNK = re.compile(r"@@ -(\d{1,9})(?:,(\d{1,9}))? \+\d+(?:,(\d{1,9}))? @@", re.ASCII)
_WRITERS = 2  # addresses in a header


class LogRef(NamedTuple):
    """The branch whose log is read, its tip, and others of its name that stand elsewhere."""

    name: str
    tip: str
    rivals: tuple[str, ...] = ()


def log_ref(repository: Repository) -> LogRef | None:
    """Return the branch whose log counts here, if there is any.

    What was last fetched from ``origin`` goes before a branch of one's own, which nobody protects,
    and before those of other remotes, which may be anybody's.

    Raises:
        GitTrouble: git fails.
    """
    if not repository.has_log:
        return None
    raw = run(
        repository.top, "for-each-ref", "--format=%(objectname) %(refname)",
        f"refs/heads/{BRANCH}", f"refs/remotes/*/{BRANCH}",
    )  # fmt: skip
    found = [line.split(" ", 1) for line in raw.decode("utf-8", "surrogateescape").splitlines()]
    ranked = sorted(found, key=lambda each: (_rank(each[1]), each[1]))
    if not ranked:
        return None
    tip, name = ranked[0]
    return LogRef(name, tip, tuple(ref for other, ref in ranked[1:] if other != tip))


def _rank(ref: str) -> int:
    if ref == f"refs/remotes/origin/{BRANCH}":
        return 0
    return 1 if ref.startswith("refs/heads/") else 2


def arrival_log(
    repository: Repository,
    ref: LogRef,
    commits: Iterable[LoggedCommit],
    written: Mapping[str, Change],
    is_service: Callable[[str], bool] | None,
    *,
    verified: bool,
) -> ArrivalLog:
    """Return the log on a branch, whose history is among ``commits``, children before parents.

    ``written`` are the changes of files of its name, by commit.
    ``is_service`` says whether an address may write it; ``None``: nobody is listed. How it was kept
    is found out where it is to be ``verified``, and where strangers wrote.

    Raises:
        GitTrouble: git fails.
    """
    kept = list(first_parents(commits, ref.tip))
    strange = {each.id for each in kept if not _by_service(each, is_service)}
    changes = log_commits(repository, ref.tip) if verified or strange else ()
    lines = counted(changes, strange) if strange else _lines(repository, kept, written)
    since, arrivals, malformed = parsed(lines)
    return ArrivalLog(
        ref.name, since, tuple(arrivals), tuple(malformed),
        tuple(each for each in changes if each.id in strange),
        tuple(each for each in changes if not each.appended),
        ref.rivals,
    )  # fmt: skip


def _by_service(commit: LoggedCommit, is_service: Callable[[str], bool] | None) -> bool:
    """Say whether a service made a commit by itself; through a forge's pages its author is another."""
    return is_service is None or (is_service(commit.author) and is_service(commit.committer))


def _lines(
    repository: Repository, kept: Sequence[LoggedCommit], written: Mapping[str, Change]
) -> list[str]:
    """Return the lines of the file as it stands at the branch's tip."""
    last = next((written[each.id] for each in kept if each.id in written), None)
    if last is None or last.blob is None:
        return []
    return [line for _, raw in repository.blobs([last.blob]) for line in _text(raw)]


def lines_by(repository: Repository, tip: str, service: str) -> list[str]:
    """Return the lines of a log that one service itself wrote.

    Raises:
        GitTrouble: git fails.
    """
    changes = log_commits(repository, tip)
    others = {each.id for each in changes if each.writers != (service, service)}
    return counted(changes, others)


def _text(raw: bytes) -> list[str]:
    return raw.decode("utf-8", "replace").removesuffix("\n").split("\n") if raw else []


def log_commits(repository: Repository, tip: str) -> tuple[LogCommit, ...]:
    """Return what each commit of the log's branch did to it, oldest first.

    Raises:
        GitTrouble: git fails.
    """
    return patches_in(run(repository.top, *_PATCH, tip, "--", FILE))


def patches_in(raw: bytes) -> tuple[LogCommit, ...]:
    """Return what the commits did whose patches git printed, in their order.

    Raises:
        GitTrouble: these are not whole.
    """
    if raw and not raw.endswith(b"\n"):
        raise cut_short()
    found = []
    length = 0
    for part in _HEADER.split(raw.decode("utf-8", "replace"))[1:]:
        header, _, patch = part.partition("\n")
        if header.count("\0") != _WRITERS:
            raise cut_short()
        id_, author, committer = header.split("\0")
        added, appended, length = _patched(patch.split("\n"), length)
        found.append(LogCommit(id_, (author, committer), added, appended))
    return tuple(found)


def _patched(patch: Sequence[str], length: int) -> tuple[tuple[str, ...], bool, int]:
    """Return the lines that a patch adds, whether that is all and at the end, and how many remain."""
    added: list[str] = []
    removed = 0
    appended = not any(line.startswith("deleted file") for line in patch[:3])
    for after, gone, came in _hunks(patch):
        appended = appended and not gone and after == length
        added += came
        removed += gone
    return tuple(added), appended, length + len(added) - removed


def _hunks(patch: Sequence[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield each place of a patch: after which old line, how many are gone, and the lines that came.

    Within it a line is known by its place, never by its first sign: the file is others' to write.
    """
    row = 0
    while row < len(patch):
        hunk = _HUNK.match(patch[row])
        row += 1
        if hunk is None:
            continue
        gone, came = int(hunk[2] or 1), int(hunk[3] or 1)
        body = [line for line in patch[row : row + gone + came + 2] if not line.startswith("\\")]
        body = body[: gone + came]
        _refuse_torn(body, gone, came)
        yield int(hunk[1]), gone, [line[1:] for line in body[gone:]]
        row += gone + came


def _refuse_torn(body: Sequence[str], gone: int, came: int) -> None:
    signs = "".join(line[:1] for line in body)
    if len(signs) < gone + came or signs.strip("-").strip("+") or signs.count("-") != gone:
        raise cut_short()
