"""Which program it is that answers: its own files, the interpreter, and the libraries beside them."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress

_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120 - cheaper
_INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")
_LENGTH = 16


def program_stamp() -> str:
    """Return what becomes another when anything of the program is: also a line of a checkout."""
    digest = hashlib.sha256(repr((sys.version, sys.flags, sys.executable, sys.path)).encode())
    for line in (*_files(_PACKAGE), *_installed()):
        digest.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:_LENGTH]


def _files(folder: str) -> Iterator[str]:
    """Yield each file of this program, with its size and its age."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            about = entry.stat()
            yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """Yield the packages that are installed, with their versions."""
    for place in sys.path:
        with suppress(OSError), os.scandir(place or os.curdir) as found:
            yield from sorted(e.name for e in found if e.name.endswith(_INSTALLED))
