"""From where a new repository's jobs and people install the program: from what surely exists.

A branch or tag can be moved, and a name on an index may be anybody's: so it is a commit, a file with
its digest, or a name and exact version that was asked for.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from kehoach.start.own_wheel import own_wheel
from kehoach.words import Text

_FOLDER = "vendor"
_PINNED = (
    re.compile(r"git\+(?:https|ssh)://[\w.:/@~+-]+@[0-9a-f]{40}"),
    re.compile(r"https://[\w.:/~+%-]+\.whl#sha256=[0-9a-f]{64}"),
    re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[\w,.-]+\])?==[A-Za-z0-9][\w.!+-]*"),
)
_INDEX = 2
_MARK = "kehoach/__init__.py"
_OWN = Text(
    "CI cài từ {file}: chính bản đang chạy, đóng gói vào kho",
    "CI installs {file}: the very program that runs now, kept in the repository",
)
_GIVEN_WHEEL = Text(
    "CI cài từ {file}: tệp đã cho, chép vào kho",
    "CI installs {file}: the file given, kept in the repository",
)
_GIVEN = Text("CI cài từ {package}", "CI installs {package}")
_ASK_INDEX = Text(
    "CI cài {package} từ kho gói: hãy chắc rằng ở đấy có bản đó, của mình (pip download {package})",
    "CI installs {package} from an index: make sure that it is there, and yours (pip download {package})",
)


class PackageSource(NamedTuple):
    """What pip installs in a job and on a desk, the files that it takes, and what is said of it.

    ``job`` stands in double quotes in a shell, at the root of the repository.
    """

    job: str
    desk: str
    files: Mapping[str, bytes]
    said: Text


NOWHERE = PackageSource("", "", {}, Text("", ""))
"""Of a repository that nobody installs anything for."""


class NoSuchPackage(Exception):  # noqa: N818 - the user named something else
    """What was given is no pinned source."""


def package_source(given: str | None) -> PackageSource:
    """Return from where to install: as given, else this very program as a wheel.

    Raises:
        NoSuchPackage: what was given can be moved, or is no wheel of this program.
        PackageNotFoundError: nothing was given, and this program was not installed.
        OSError: the file given cannot be read.
    """
    if given is None:
        return _vendored(*own_wheel(), _OWN)
    if given.endswith(".whl") and "://" not in given:
        return _vendored(Path(given).name, _wheel(Path(given)), _GIVEN_WHEEL)
    for number, form in enumerate(_PINNED):
        if form.fullmatch(given):
            said = _ASK_INDEX if number == _INDEX else _GIVEN
            return PackageSource(given, given, {}, said.filled(package=given))
    raise NoSuchPackage


def _vendored(name: str, content: bytes, said: Text) -> PackageSource:
    file = f"{_FOLDER}/{name}"
    pinned = f"kehoach @ file://$PWD/{file}#sha256={sha256(content).hexdigest()}"
    return PackageSource(pinned, file, {file: content}, said.filled(file=file))


def _wheel(path: Path) -> bytes:
    """Return the bytes of a wheel of this program.

    Raises:
        NoSuchPackage: it is another file.
        OSError: it cannot be read.
    """
    content = path.read_bytes()
    try:
        with ZipFile(BytesIO(content)) as wheel:
            if _MARK in wheel.namelist() and re.fullmatch(r"[\w.+-]+\.whl", path.name):
                return content
    except BadZipFile:
        pass
    raise NoSuchPackage
