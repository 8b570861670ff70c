"""The checked-out commit of a repository: resolved, not yet born, or lost."""

from pathlib import Path

from kehoach.reading.repositories.git import GitTrouble, ask, call
from kehoach.words import Text

_LOST = Text(
    "HEAD của kho git không dẫn tới commit nào đọc được ({reason}); khôi phục nhánh hoặc sao lại kho, "
    "hoặc dùng --no-git",
    "HEAD of the git repository leads to no commit that can be read ({reason}); restore the branch or "
    "clone again, or use --no-git",
)
_DETACHED = Text("commit đã mất", "the commit is lost")
_ODD = Text("tên nhánh “{name}” không hợp lệ", "“{name}” is no name of a branch")
_REF = Text("nhánh “{name}” hỏng", "the branch “{name}” is broken")


def head_of(folder: Path) -> str | None:
    """Return the checked-out commit; ``None`` only where its branch has no ref yet.

    Raises:
        GitTrouble: HEAD leads to a commit that is lost, or nowhere.
    """
    head = ask(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if head is not None:
        return head
    name = ask(folder, "symbolic-ref", "--quiet", "HEAD")
    if name is None:
        raise GitTrouble(_LOST.filled(reason=_DETACHED))
    if (
        not name.startswith("refs/heads/")
        or ask(folder, "check-ref-format", "--print", name) is None
    ):
        raise GitTrouble(_LOST.filled(reason=_ODD.filled(name=name)))
    # Git tells of an empty or torn ref only by a warning.
    known = call(folder, "for-each-ref", "--format=%(refname)", name)
    stands = name.encode("utf-8", "surrogateescape") in known.stdout.splitlines()
    if known.returncode or known.stderr or stands:
        raise GitTrouble(_LOST.filled(reason=_REF.filled(name=name)))
    return None
