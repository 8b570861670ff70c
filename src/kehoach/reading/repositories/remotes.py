"""Repositories that lie elsewhere: how they are reached, and how one is brought here."""

import os
from pathlib import Path

from kehoach.reading.repositories.git import GitTrouble, ask, call
from kehoach.reading.repositories.revisions import ambiguous
from kehoach.words import Text

_PROTOCOLS = "file:git:http:https:ssh"
_FOR_REMOTES = ("GIT_SSH", "GIT_ASKPASS", "GIT_CONFIG_", "GIT_PROXY", "GIT_SSL")
_NOT_FETCHED = Text("không tải được kho; git báo: {reason}", "cannot fetch it; git says: {reason}")


def remote_settings() -> dict[str, str]:
    """Return how the user reaches remotes; nobody is asked for a password."""
    kept = {name: told for name, told in os.environ.items() if name.startswith(_FOR_REMOTES)}
    allowed = os.environ.get("GIT_ALLOW_PROTOCOL", _PROTOCOLS)
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": allowed}


def is_remote(source: str) -> bool:
    """Say whether a repository is named by an address (``https://…``, ``user@host:path``)."""
    host, colon, path = source.partition(":")
    return "://" in source or ("@" in host and bool(colon and path) and "/" not in host)


def clone(address: str, into: Path) -> None:
    """Bring a repository with its whole history into an empty folder.

    Raises:
        GitTrouble: it cannot be reached, or git fails.
    """
    done = call(into, "clone", "-q", "--", address, ".", settings=remote_settings())
    if done.returncode:
        told = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise GitTrouble(
            _NOT_FETCHED.filled(reason=told.replace(address, without_secrets(address)))
        )


def revision_in(clone: Path, named: str) -> str:
    """Return how a clone calls a revision: a branch of the repository that it came from, or as named.

    Raises:
        GitTrouble: it calls both so, and they are not the same.
    """
    branch = f"refs/remotes/origin/{named}"
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options")
    there, here = (ask(clone, *words, f"{each}^{{commit}}") for each in (branch, named))
    if there and here and there != here:
        raise ambiguous(clone, named)
    return branch if there else named


def without_secrets(address: str) -> str:
    """Return an address without the name and password that may stand before its host."""
    scheme, divided, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{divided}{host.rpartition('@')[2]}{slash}{path}" if divided else address
