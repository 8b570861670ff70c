"""Where a forge has its page for a new file, told from the address of a repository there."""

from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from kehoach.words import Text

_MAIN = "main"
_OWNER_AND_NAME = 2
_NO_ADDRESS = frozenset(
    ' "<>\\^`{|}'
)  # RFC 3986 has no room for these, nor for what does not print
_LONGEST = 8_000  # of an address, in bytes: GitHub and nginx before GitLab refuse more
_UNKNOWN = Text(
    "không biết “{url}” thuộc loại nào; dán địa chỉ của nhánh như trình duyệt hiện: GitHub …/tree/main, "
    "GitLab …/-/tree/main, Gitea, Forgejo …/src/branch/main",
    "cannot tell what kind of forge “{url}” is; paste the address of the branch as the browser shows it: "
    "GitHub …/tree/main, GitLab …/-/tree/main, Gitea, Forgejo …/src/branch/main",
)


class UnknownForgeError(ValueError):
    """Nobody can tell where new files are made there; ``text`` says what to give instead."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.text = _UNKNOWN.filled(url=url)


class ForgeKind(NamedTuple):
    """A kind of forge: how a branch stands in an address, and a new file's page.

    ``hosts`` are words in names of machines; ``name`` and ``text`` the parameters that fill it in.
    """

    hosts: tuple[str, ...]
    branch: str
    new: str
    name: str
    text: str


_KINDS = (
    ForgeKind(("gitlab",), "/-/tree/", "/-/new/", "file_name", "content"),
    ForgeKind(("gitea", "forgejo", "codeberg"), "/src/branch/", "/_new/", "filename", "value"),
    ForgeKind(("github",), "/tree/", "/new/", "filename", "value"),
)


class Forge(NamedTuple):
    """A branch of a repository on a forge."""

    kind: ForgeKind
    repository: str
    branch: str

    def page(self, folder: str) -> dict[str, str | int]:
        """Return its page for a new file in a folder, and how that is filled in."""
        where = quote(f"{self.branch}/{folder}")
        return {
            "page": f"{self.repository}{self.kind.new}{where}",
            "name": self.kind.name,
            "text": self.kind.text,
            "longest": _LONGEST,
        }


def forge_at(url: str) -> Forge:
    """Read the address of a repository, or of a branch of it, as a browser shows it.

    The branch is ``main`` where the address names none.

    Raises:
        UnknownForgeError: it is no such address, or one of an unknown kind.
    """
    parts = _parts(url.strip())
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.username:
        raise UnknownForgeError(url)
    plain = urlunsplit(parts._replace(query="", fragment="")).rstrip("/").removesuffix(".git")
    found = next(filter(None, (_branch_of(kind, plain) for kind in _KINDS)), None)
    kind = found.kind if found else _kind_of(parts.hostname)
    if kind is None or parts.path.count("/") < _OWNER_AND_NAME:
        raise UnknownForgeError(url)
    return found or Forge(kind, plain, _MAIN)


def _parts(url: str) -> SplitResult:
    """Return the parts of what is an address.

    Raises:
        UnknownForgeError: it is none.
    """
    if not url.isprintable() or _NO_ADDRESS & set(url):
        raise UnknownForgeError(url)
    try:
        parts = urlsplit(url)
        _ = parts.port  # it is read only now
    except ValueError:
        raise UnknownForgeError(url) from None
    return parts


def _branch_of(kind: ForgeKind, url: str) -> Forge | None:
    """Return the branch that an address names as forges of a kind write it."""
    repository, _, branch = url.partition(kind.branch)
    return Forge(kind, repository, unquote(branch)) if branch else None


def _kind_of(host: str) -> ForgeKind | None:
    """Return the kind of forge that a machine is known to be by its name."""
    return next((kind for kind in _KINDS if any(name in host for name in kind.hosts)), None)
