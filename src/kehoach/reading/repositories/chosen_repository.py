"""The repository that the environment names for git (``GIT_DIR``), where it is not the folder's own."""

import os
from pathlib import Path

from kehoach.reading.repositories.git import GitTrouble, ask
from kehoach.words import Text

_CHOSEN = Text(
    "biến môi trường GIT_DIR hoặc GIT_WORK_TREE chỉ tới kho git khác với kho chứa thư mục dữ liệu; xoá "
    "các biến này (unset GIT_DIR GIT_WORK_TREE) và làm việc trong bản sao thường, hoặc dùng --no-git",
    "the environment (GIT_DIR or GIT_WORK_TREE) names another git repository than the one that the data "
    "folder lies in; unset both and work in an ordinary clone, or use --no-git",
)


def check_chosen(folder: Path, top: Path | None) -> None:
    """Pass where the environment names no repository for a folder, or the one that it lies in.

    ``top`` is the work tree found upward from the folder, if any. A hook of another repository names
    that one; its work tree does not hold the folder, or the folder has a nearer one of its own.

    Raises:
        GitTrouble: git itself would take the folder for another repository's.
    """
    given, tree = os.environ.get("GIT_DIR"), os.environ.get("GIT_WORK_TREE")
    if not given and not tree:
        return
    place = Path(tree or os.curdir).resolve()
    if top is None:
        raise GitTrouble(_CHOSEN)
    if not folder.resolve().is_relative_to(place) or _own(top, given):
        return
    if tree or place.is_relative_to(top.resolve()):
        raise GitTrouble(_CHOSEN)


def _own(top: Path, given: str | None) -> bool:
    """Say whether a git directory that is named is that of a work tree, or is none at all.

    A hook that went into another folder has left behind the one that it was told of.
    """
    if given is None or not Path(given).exists():
        return True
    own = ask(top, "rev-parse", "--absolute-git-dir")
    return own is not None and Path(own).resolve() == Path(given).resolve()
