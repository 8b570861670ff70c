"""This very program as a wheel: a repository that keeps it installs from what is there, for ever.

Nothing has to be published, and no name on an index, which a stranger may hold, is trusted.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NAME = "kehoach"
_WHEEL = "Wheel-Version: 1.0\nGenerator: kehoach\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_TOLD = ("METADATA", "entry_points.txt")
_EPOCH = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the first day that a zip can name: the same program, the same bytes
_READABLE = 0o100644 << 16


def own_wheel() -> tuple[str, bytes]:
    """Return the name and the bytes of a wheel that installs what is running.

    Raises:
        PackageNotFoundError: it was not installed, so that nobody knows what it depends on.
    """
    installed = distribution(_NAME)
    stem = f"{_NAME}-{installed.version}"
    content = {**dict(_package(files(_NAME), _NAME)), **dict(_metadata(installed, stem))}
    record = f"{stem}.dist-info/RECORD"
    lines = [f"{name},{_digest(each)},{len(each)}" for name, each in content.items()]
    content[record] = "".join(f"{line}\n" for line in (*lines, f"{record},,")).encode()
    made = BytesIO()
    with ZipFile(made, "w") as wheel:
        for name, each in content.items():
            about = ZipInfo(name, _EPOCH)
            about.external_attr = _READABLE
            wheel.writestr(about, each, ZIP_DEFLATED)
    return f"{stem}-py3-none-any.whl", made.getvalue()


def _package(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the package, in order of their names; nothing that Python made of them."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "__pycache__":
            yield from _package(each, f"{name}/{each.name}")
        elif each.is_file() and not each.name.endswith(".pyc"):
            yield f"{name}/{each.name}", each.read_bytes()


def _metadata(installed: Distribution, stem: str) -> Iterator[tuple[str, bytes]]:
    """Yield what pip is told of the package."""
    for name in _TOLD:
        yield f"{stem}.dist-info/{name}", (installed.read_text(name) or "").encode()
    yield f"{stem}.dist-info/WHEEL", _WHEEL.encode()


def _digest(content: bytes) -> str:
    return f"sha256={urlsafe_b64encode(sha256(content).digest()).rstrip(b'=').decode()}"
