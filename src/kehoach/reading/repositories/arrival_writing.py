"""The arrival log as it is written: what the main line holds now is added to a branch of its own.

Objects are made one by one and the branch is pushed as it is: no work tree, no index and no branch of
the clone is touched. Nothing is forced: where somebody else was faster the push is refused, and
everything begins again from what is there now. So a line is never lost, and never written twice.
"""

import time
from dataclasses import dataclass
from datetime import datetime

from kehoach.reading.repositories.arrival_branch import lines_by
from kehoach.reading.repositories.clone_settings import check_remote
from kehoach.reading.repositories.git import GitTrouble, call, run
from kehoach.reading.repositories.remotes import remote_settings
from kehoach.reading.repositories.repository import Repository
from kehoach.verdicts.evidence.arrival_log import BRANCH, FILE, Arrival, begun, parsed
from kehoach.verdicts.evidence.unrecorded import unrecorded
from kehoach.words import Text

SERVICE = "kehoach-arrivals@noreply.invalid"
"""The address under which the log is written where no other is given."""

_TRIES = 8
_MAIN, _KEPT = (
    "refs/kehoach/main",
    "refs/kehoach/arrivals",
)  # what was fetched, no branch of anybody's
_REMOTE_LOG = f"refs/heads/{BRANCH}"
_NO_MAIN = Text(
    "“{remote}” không cho biết nhánh chính; ghi tên nhánh bằng --branch",
    "“{remote}” does not say which is its main branch; name it by --branch",
)
_NO_BRANCH = Text("“{remote}” không có nhánh “{branch}”", "“{remote}” has no branch “{branch}”")
_NO_LOG = Text(
    f"nhánh {BRANCH} có nhưng {FILE} không phải nhật ký tiếp nhận; chưa ghi gì, khôi phục nhánh rồi "
    "chạy lại",
    f"there is a branch {BRANCH}, but its {FILE} is no arrival log; nothing was recorded: restore the "
    "branch and run again",
)
_CUT_OFF = Text(
    "bản sao nông (shallow) không tới được commit đã ghi gần nhất nên chưa ghi gì; chạy “git fetch "
    "--unshallow” (trong CI: fetch-depth: 0)",
    "this shallow clone does not reach down to what was recorded last, so nothing was recorded; run “git "
    "fetch --unshallow” (in CI: fetch-depth: 0)",
)

_GIT_SAYS = Text("chưa ghi gì; git báo: {reason}", "nothing was recorded; git says: {reason}")


@dataclass(frozen=True)
class Recording:
    """Whose main line is recorded, and by whom: ``branch`` empty means the remote's main branch."""

    remote: str
    branch: str
    pusher: str
    service: str = SERVICE


@dataclass(frozen=True)
class Recorded:
    """What was added: ``began`` is the head of a new log, which covers what comes after it."""

    began: Arrival | None
    arrivals: tuple[Arrival, ...]
    branch: str

    @property
    def text(self) -> str:
        """What was added to the file."""
        return (begun(self.began) if self.began else "") + "".join(
            each.written() for each in self.arrivals
        )


def record(
    repository: Repository, what: Recording, now: datetime, *, dry_run: bool = False
) -> Recorded:
    """Add to the log what the main line holds and the log does not, as having arrived ``now`` (UTC).

    Raises:
        GitTrouble: the log cannot be continued, history is missing, or the remote refuses; or the
            clone names a program of its own for reaching it.
    """
    check_remote(repository.top, what.remote)
    trouble = ""
    for attempt in range(_TRIES):
        time.sleep(attempt * 0.1)
        branch, kept = _fetched(repository, what)
        old = _old_text(repository) if kept else None
        added = _added(repository, old, branch, what, now)
        if dry_run or not added.text:
            return added
        trouble = push_log(
            repository, what, _committed(repository, what, (old or "") + added.text, kept, now)
        )
        if not trouble:
            return added
        if "rejected]" not in trouble:
            break
    raise _told(trouble)


def _fetched(repository: Repository, what: Recording) -> tuple[str, bool]:
    """Bring over the remote's main line and its log; return its main branch, and whether it has a log."""
    main, kept = _there(repository, what)
    specs = [f"+{main}:{_MAIN}", *([f"+{_REMOTE_LOG}:{_KEPT}"] if kept else [])]
    _remote(
        repository, "fetch", "-q", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
        "--no-auto-maintenance", "--", what.remote, *specs,
    )  # fmt: skip
    return main.removeprefix("refs/heads/"), kept


def _there(repository: Repository, what: Recording) -> tuple[str, bool]:
    """Return the remote's main branch, and whether it has a log.

    Raises:
        GitTrouble: it has no such branch, or does not say which is the main one.
    """
    wanted = f"refs/heads/{what.branch}" if what.branch else "HEAD"
    raw = _remote(repository, "ls-remote", "--symref", "--", what.remote, wanted, _REMOTE_LOG)
    rows = [line.split("\t") for line in raw.decode("utf-8", "surrogateescape").splitlines()]
    told = {name: value for value, name in reversed(rows)}  # what a name stands for comes first
    if wanted not in told:
        raise GitTrouble(_NO_BRANCH.filled(remote=what.remote, branch=what.branch or wanted))
    main = told[wanted].removeprefix("ref: ") if wanted == "HEAD" else wanted
    if not main.startswith("refs/heads/"):
        raise GitTrouble(_NO_MAIN.filled(remote=what.remote))
    return main, _REMOTE_LOG in told


def _old_text(repository: Repository) -> str:
    """Return the file as it stands, whole lines of it; nothing where somebody took it away."""
    shown = call(repository.top, "cat-file", "blob", f"{_KEPT}:{FILE}")
    text = shown.stdout.decode("utf-8", "surrogateescape") if not shown.returncode else ""
    return text if text.endswith("\n") or not text else f"{text}\n"


def _added(
    repository: Repository, kept: str | None, branch: str, what: Recording, now: datetime
) -> Recorded:
    """Return what the log lacks of the main line.

    A line that somebody else wrote says nothing; one that the service wrote does, though somebody took
    it away since.

    Raises:
        GitTrouble: the branch holds no log, or history is missing.
    """
    tip = run(repository.top, "rev-parse", "--verify", _MAIN).decode().strip()
    if kept is None:
        return Recorded(Arrival(tip, now, what.pusher), (), branch)
    since, arrivals, _ = parsed(lines_by(repository, _KEPT, what.service))
    since = since or parsed(kept.splitlines())[0]
    if since is None:
        raise GitTrouble(_NO_LOG)
    last = arrivals[-1].commit if arrivals else since.commit
    parents = _parents(repository, tip, since.commit)
    listed = {since.commit, *(each.commit for each in arrivals)}
    new = unrecorded(parents, tip, listed, last)
    if repository.shallow and any(not parents[each] for each in new):
        raise GitTrouble(_CUT_OFF)
    return Recorded(None, tuple(Arrival(each, now, what.pusher) for each in new), branch)


def _parents(repository: Repository, tip: str, since: str) -> dict[str, tuple[str, ...]]:
    """Return the parents of what rests on a tip and not on the log's beginning, children first."""
    there = call(repository.top, "cat-file", "-e", f"{since}^{{commit}}").returncode == 0
    but = (f"^{since}",) if there else ()
    raw = run(repository.top, "rev-list", "--topo-order", "--parents", tip, *but, "--")
    rows = (line.split(" ") for line in raw.decode().splitlines())
    return {row[0]: tuple(row[1:]) for row in rows}


def _committed(
    repository: Repository, what: Recording, text: str, kept: bool, now: datetime
) -> str:
    """Return a commit of the log's branch that holds a text, on top of what was kept."""
    top = repository.top
    given = text.encode("utf-8", "surrogateescape")
    blob = run(top, "hash-object", "-w", "--stdin", given=given).decode().strip()
    others = run(top, "ls-tree", _KEPT).splitlines(keepends=True) if kept else []
    rows = [row for row in others if not row.endswith(f"\t{FILE}\n".encode())]
    rows.append(f"100644 blob {blob}\t{FILE}\n".encode())
    tree = run(top, "mktree", given=b"".join(rows)).decode().strip()
    who = {
        "NAME": "kehoach arrivals",
        "EMAIL": what.service,
        "DATE": f"{now.timestamp():.0f} +0000",
    }
    signed = {
        f"GIT_{role}_{name}": value
        for role in ("AUTHOR", "COMMITTER")
        for name, value in who.items()
    }
    upon = ("-p", _KEPT) if kept else ()
    made = call(top, "commit-tree", tree, *upon, given=b"Nhat ky tiep nhan\n", settings=signed)
    if made.returncode:
        raise _told(made.stderr.decode("utf-8", "replace"))
    return made.stdout.decode().strip()


def push_log(repository: Repository, what: Recording, commit: str) -> str:
    """Push the log; return why not, where the remote did not take it."""
    done = call(
        repository.top, "push", "-q", "--no-follow-tags", "--no-signed",
        "--no-recurse-submodules", "--", what.remote, f"{commit}:{_REMOTE_LOG}", settings=remote_settings(),
    )  # fmt: skip
    return done.stderr.decode("utf-8", "replace") or "push" if done.returncode else ""


def _remote(repository: Repository, *words: str) -> bytes:
    """Return what git prints of a remote.

    Raises:
        GitTrouble: it fails.
    """
    done = call(repository.top, *words, settings=remote_settings())
    if done.returncode:
        raise _told(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _told(message: str) -> GitTrouble:
    """Return why nothing was recorded, in git's own words."""
    return GitTrouble(_GIT_SAYS.filled(reason=" ".join(message.split())))
