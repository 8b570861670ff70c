"""Which git is run: that of the user's PATH, never a file of the folder one stands in."""

import errno
import os

_NAMES = ("git.exe",) if os.name == "nt" else ("git",)


def git_program() -> str:
    """Return the path of git in the first whole folder of the PATH that has it.

    A folder that is named relative to where one stands ("." or nothing at all) would be looked for in the
    data repository, and so would, on Windows, the name alone: anybody may commit a file of that name.

    Raises:
        FileNotFoundError: there is none.
    """
    folders = filter(os.path.isabs, os.get_exec_path())
    for path in (os.path.join(each, name) for each in folders for name in _NAMES):  # noqa: PTH118
        if os.path.isfile(path) and os.access(path, os.X_OK):  # noqa: PTH113 - no path of pathlib's
            return path
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "git")
